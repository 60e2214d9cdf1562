package org.jiuzhu.servicerecord.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ResidentTag;
import org.jiuzhu.servicerecord.ServiceCatalogue;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jspecify.annotations.Nullable;

/**
 * The sheet as it is shown and printed, filled in or empty to be written by hand.
 *
 * @param pictures how many are kept with it
 */
record SheetView(
        SheetWords words,
        ServiceCatalogue catalogue,
        String residentName,
        String committee,
        Set<ResidentTag> tags,
        @Nullable ServiceMode mode,
        @Nullable String modeOther,
        String participants,
        String servedOn,
        String hours,
        Set<ServiceItem> items,
        @Nullable Initiator initiator,
        String companions,
        String content,
        int pictures) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu / MM / dd");

    static SheetView of(RecordSheet sheet, int pictures, ServiceCatalogue catalogue, SheetWords words) {
        return new SheetView(
                words,
                catalogue,
                sheet.residentName(),
                sheet.committeeName(),
                sheet.tags(),
                sheet.mode(),
                sheet.modeOther(),
                sheet.participants(),
                DAY.format(sheet.servedOn()),
                sheet.hours().stripTrailingZeros().toPlainString(),
                sheet.items(),
                sheet.initiator(),
                sheet.companions() == null ? "" : sheet.companions(),
                sheet.content(),
                pictures);
    }

    static SheetView empty(ServiceCatalogue catalogue, SheetWords words) {
        return new SheetView(words, catalogue, "", "", Set.of(), null, null, "", "", "", Set.of(), null, "", "", 0);
    }

    public List<ResidentTag> policyFind() {
        return ResidentTag.policyFind();
    }

    public List<ResidentTag> covered() {
        return ResidentTag.covered();
    }

    public List<ServiceMode> modes() {
        return List.of(ServiceMode.values());
    }

    public List<Initiator> initiators() {
        return List.of(Initiator.values());
    }
}
