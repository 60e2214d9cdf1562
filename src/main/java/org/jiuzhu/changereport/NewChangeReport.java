package org.jiuzhu.changereport;

import java.time.LocalDate;
import org.jiuzhu.household.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is told.
 *
 * @param ref the reporter's own reference, or the form's; the same one twice is the same report
 * @param personId whom it is about, where the reporter came from that person's page
 * @param happenedOn null where nobody knows the day
 * @param cannotWait whether somebody must look after it at once (HT 三(一)2(1) 第一时间启动预警)
 */
public record NewChangeReport(
        String ref,
        @Nullable Long personId,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String committeeCode,
        ChangeKind kind,
        @Nullable LocalDate happenedOn,
        String story,
        boolean cannotWait) {}
