package org.jiuzhu.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change to write down.
 *
 * @param alert whether somebody must look after it at once (HT 三(一)2(1) 第一时间启动预警)
 * @param report the number of the report it was found by
 */
public record NewMajorChange(
        ChangeKind kind,
        LocalDate happenedOn,
        @Nullable String note,
        @Nullable ChangeSeverity severity,
        boolean alert,
        @Nullable String report) {}
