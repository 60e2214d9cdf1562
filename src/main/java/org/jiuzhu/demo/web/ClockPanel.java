package org.jiuzhu.demo.web;

import org.jspecify.annotations.Nullable;

/**
 * The visible control of the demo clock.
 *
 * @param isoDate the earliest day to pick
 */
record ClockPanel(
        String date, String time, String isoDate, @Nullable Next next, @Nullable Next after, boolean mayMove) {

    record Next(String when, String what) {}
}
