package org.jiuzhu.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The notice that a profile rests on (decision {@code profile}).
 *
 * @param number as printed on it; null for the default, which rests on none
 * @param effectiveFrom the day it was issued
 * @param effectiveTo the last day that the notice itself gives; that it goes on afterwards is an assumption
 */
public record Notice(
        String profile,
        @Nullable String number,
        @Nullable String title,
        @Nullable LocalDate dated,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Caveat caveat,
        Ruling ruling) {

    /** What is open about a notice's validity. */
    public enum Caveat {
        NONE,
        /** Dated earlier than issued. */
        ISSUED_LATER,
        /** On trial, without saying for how long. */
        TRIAL,
        /** A plan for one year. */
        WORK_PLAN
    }
}
