package org.jiuzhu.visit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param running whether a round waits or runs, so that the page asks again
 * @param toStart visits that are due and not started
 * @param next the row before which the next page begins; null on the last one
 */
record RoundsPage(
        List<Line> rounds,
        boolean running,
        int toStart,
        String lastRun,
        List<Left> setAside,
        boolean moreSetAside,
        @Nullable Long next) {

    /**
     * @param when asked for, by whom, and how long it took
     * @param state of a chip: upcoming, due, met
     */
    record Line(
            String number,
            String kind,
            String when,
            String state,
            String stateText,
            @Nullable String took,
            boolean reviewFailed,
            int reviewed,
            int opened,
            int started,
            int digests,
            int nodes) {}

    record Left(String number, String when) {}
}
