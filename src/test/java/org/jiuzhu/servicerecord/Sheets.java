package org.jiuzhu.servicerecord;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sheet as a consultant fills it in after a visit, and others that differ from it in one field. */
public final class Sheets {

    private static final LocalDate DAY = LocalDate.parse("2026-07-06");
    private static final String STORY = "老人精神尚可，近两周膝盖疼，上下楼不便，买菜由邻居代买。已劝其到社区卫生服务中心就诊。";
    private static final Set<ServiceItem> SERVICES = Set.of(ServiceItem.S11, ServiceItem.S51);

    private Sheets() {}

    public static RecordSheet visit() {
        return sheet(ServiceMode.VISIT, null, DAY, "0.5", SERVICES, STORY);
    }

    public static RecordSheet on(LocalDate day) {
        return sheet(ServiceMode.VISIT, null, day, "0.5", SERVICES, STORY);
    }

    public static RecordSheet on(LocalDate day, ServiceMode mode) {
        return sheet(mode, null, day, "0.5", SERVICES, STORY);
    }

    public static RecordSheet lasting(String hours) {
        return sheet(ServiceMode.VISIT, null, DAY, hours, SERVICES, STORY);
    }

    public static RecordSheet by(ServiceMode mode, @Nullable String other) {
        return sheet(mode, other, DAY, "0.5", SERVICES, STORY);
    }

    public static RecordSheet with(Set<ServiceItem> services) {
        return sheet(ServiceMode.VISIT, null, DAY, "0.5", services, STORY);
    }

    public static RecordSheet saying(String content) {
        return sheet(ServiceMode.VISIT, null, DAY, "0.5", SERVICES, content);
    }

    public static RecordSheet tagged(ResidentTag... tags) {
        RecordSheet visit = visit();
        return new RecordSheet(
                visit.residentName(),
                visit.committeeCode(),
                visit.committeeName(),
                Set.of(tags),
                visit.mode(),
                visit.modeOther(),
                visit.participants(),
                visit.servedOn(),
                visit.hours(),
                visit.items(),
                visit.initiator(),
                visit.companions(),
                visit.content());
    }

    private static RecordSheet sheet(
            ServiceMode mode,
            @Nullable String other,
            LocalDate day,
            String hours,
            Set<ServiceItem> services,
            String content) {
        return new RecordSheet(
                "赵示例",
                "999901005001",
                "鹤鸣居委",
                Set.of(ResidentTag.PF_COVERED_MORE, ResidentTag.PC_DESTITUTE),
                mode,
                other,
                "林试用、何演练",
                day,
                new BigDecimal(hours),
                services,
                Initiator.CONSULTANT,
                "楼组长 尤样例",
                content);
    }
}
