package org.jiuzhu.rulebook.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rulebook/rules.html} shows.
 *
 * @param on the day asked for, as a date field has it
 */
record RulesPage(
        String orgCode,
        String orgName,
        String on,
        String day,
        List<Choice> units,
        List<ProfileCard> profiles,
        List<Section> sections,
        List<String> openQuestions,
        int assumed,
        int total,
        String tables) {

    record Choice(String code, String name) {}

    /**
     * @param assigned who follows it, and since when
     * @param caveat what is assumed about its validity
     */
    record ProfileCard(
            String rowId,
            String name,
            @Nullable String title,
            @Nullable String notice,
            @Nullable String assigned,
            @Nullable String validity,
            @Nullable String caveat,
            @Nullable String quote) {}

    record Section(String key, String title, List<Item> items) {}

    record Item(String label, List<Line> lines) {}

    /**
     * @param standing stated, adopted or assumed
     * @param origin whose profile says so
     */
    record Line(
            List<String> rowIds,
            String value,
            String standing,
            String standingText,
            String origin,
            String source,
            String quote) {}
}
