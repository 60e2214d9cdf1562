package org.jiuzhu.visit.web;

import java.util.List;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jspecify.annotations.Nullable;

/**
 * A ledger on the screen.
 *
 * @param points to choose from; one of them has the value {@code point}
 * @param month {@code 2026-09}
 * @param asOf {@code 2026-09-30}
 * @param past what a past day's ledger is, or null for today's
 * @param now the address of today's
 * @param figures the sentence of what was owed and done
 * @param more the address of the lines after these, or null
 */
record LedgerPage(
        String place,
        String point,
        List<Option> points,
        String month,
        String monthWords,
        String before,
        @Nullable String next,
        String asOf,
        String lastDay,
        @Nullable String past,
        String now,
        String figures,
        List<Choice> shows,
        List<Line> lines,
        String shown,
        @Nullable String more,
        String sheet,
        String file) {

    record Choice(String words, String href, boolean current) {}

    /**
     * @param progress 1/2
     * @param notes why it was cancelled, when it was made up for, in which month it counts
     */
    record Line(
            String href,
            String name,
            String tier,
            String tierWords,
            String period,
            String progress,
            Due due,
            List<Visit> visits,
            List<String> notes) {}

    /**
     * @param words 7月14日·上门·林试用
     * @param href null for a record that the reader may not open
     */
    record Visit(String words, @Nullable String href, @Nullable String note) {}
}
