package org.jiuzhu.servicerecord;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What stands on 社区救助顾问服务内容记录表 (SJ 附件), field by field.
 *
 * @param committeeCode the committee, or the street where the writer is told no more
 * @param hours in steps of half an hour, more than 0 and at most 24
 */
public record RecordSheet(
        String residentName,
        String committeeCode,
        String committeeName,
        Set<ResidentTag> tags,
        ServiceMode mode,
        @Nullable String modeOther,
        String participants,
        LocalDate servedOn,
        BigDecimal hours,
        Set<ServiceItem> items,
        Initiator initiator,
        @Nullable String companions,
        String content) {

    /** Below this many characters a record is hardly 尽量详实; it is accepted all the same. */
    static final int SHORT = 20;

    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(24);
    private static final BigDecimal STEP = new BigDecimal("0.5");

    public RecordSheet {
        tags = Set.copyOf(tags);
        items = Set.copyOf(items);
    }

    /** What is worth a second look; it keeps nobody from saving. */
    public List<RecordHint> hints() {
        List<RecordHint> hints = new ArrayList<>();
        if (content.strip().length() < SHORT) {
            hints.add(RecordHint.SHORT);
        }
        if (tags.isEmpty()) {
            hints.add(RecordHint.UNTAGGED);
        } else if (tags.contains(ResidentTag.PF_COVERED_MORE) && tags.stream().allMatch(ResidentTag::isPolicyFind)) {
            hints.add(RecordHint.COVERED_BY_NOTHING);
        }
        return hints;
    }

    /**
     * What does not hold, by the form's own field names.
     *
     * @param today nothing is served later
     * @param birthDate nobody is served before being born; null where it is not known
     */
    void check(LocalDate today, @Nullable LocalDate birthDate, Problems problems) {
        if (residentName.isBlank()) {
            problems.add("residentName", "servicerecord.needed");
        }
        if (mode == ServiceMode.OTHER && (modeOther == null || modeOther.isBlank())) {
            problems.add("serviceModeOther", "servicerecord.modeOther");
        }
        if (participants.isBlank()) {
            problems.add("participants", "servicerecord.needed");
        }
        if (servedOn.isAfter(today)) {
            problems.add("servedOn", "servicerecord.future");
        } else if (birthDate != null && servedOn.isBefore(birthDate)) {
            problems.add("servedOn", "servicerecord.beforeBirth");
        }
        if (hours.signum() <= 0
                || hours.compareTo(MOST_HOURS) > 0
                || hours.remainder(STEP).signum() != 0) {
            problems.add("hours", "servicerecord.hours");
        }
        if (items.isEmpty()) {
            problems.add("servicesS1", "servicerecord.items");
        }
        if (content.isBlank()) {
            problems.add("content", "servicerecord.needed");
        }
    }
}
