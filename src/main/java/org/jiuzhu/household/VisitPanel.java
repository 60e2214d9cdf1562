package org.jiuzhu.household;

import java.util.List;
import java.util.Optional;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.Ruler;
import org.jspecify.annotations.Nullable;

/** Somebody's visits as their page shows them, in the reader's words; the stage that plans visits implements it. */
public interface VisitPanel {

    /** Empty for somebody whose visits were never planned. */
    Optional<Visits> of(long personId);

    /**
     * @param review when the tier is looked at again although nothing is told meanwhile; null where time changes nothing
     * @param periods what is owed now and what was last, the newest first
     * @param made what was told of visits, the newest first
     * @param steps why the plan is as it is, the newest first
     */
    record Visits(@Nullable String review, List<Period> periods, List<Made> made, List<Step> steps) {}

    /**
     * @param progress how many of the visits were made, 1/2; null where one is all
     * @param ruler null for what is over, and for a single day
     * @param why how it came to be, or why it was cancelled; null where it simply follows from the plan
     */
    record Period(
            String name,
            String cadence,
            Due due,
            @Nullable String progress,
            @Nullable Ruler ruler,
            @Nullable String why) {}

    /**
     * @param words 7月14日·上门·林试用
     * @param href the record; null where the reader may not open it
     * @param note that it was tried in vain; null for a visit that was made
     */
    record Made(String words, @Nullable String href, @Nullable String note) {}

    /** @param demand 高风险·每月 1 次, or that nobody is visited */
    record Step(String from, String demand, String why) {}
}
