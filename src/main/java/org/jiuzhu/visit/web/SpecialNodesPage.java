package org.jiuzhu.visit.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 特殊节点: a district's days of daily contact.
 *
 * @param people how many of the reader's people are contacted daily then
 * @param mayKeep whether the reader enters and takes back
 */
public record SpecialNodesPage(
        String districtName,
        int people,
        boolean mayKeep,
        List<Row> coming,
        List<Row> past,
        List<Template> templates,
        Form form,
        Map<String, String> problems) {

    /**
     * @param state {@code due} now, {@code upcoming}, {@code met} over, {@code cancelled} taken back
     * @param note who entered it, or took it back, and when
     */
    public record Row(
            long id,
            String name,
            String days,
            long count,
            String state,
            String stateText,
            String note,
            boolean mayRemove) {}

    /** @param days null where the year's holidays are not known yet */
    public record Template(String key, @Nullable String days, @Nullable String href) {}

    /** What was typed. */
    public record Form(@Nullable String name, @Nullable String first, @Nullable String last) {}
}
