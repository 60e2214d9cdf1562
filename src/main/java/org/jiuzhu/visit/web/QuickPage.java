package org.jiuzhu.visit.web;

import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.view.Masked;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jspecify.annotations.Nullable;

/**
 * What {@code visit/record.html} shows: a visit told in five taps.
 *
 * @param where address and time
 * @param modes the other ways in which one may have met
 * @param stay null where nobody asks to check in
 * @param hidden fields that the form carries along
 * @param notice what somebody else told meanwhile; null where nobody did
 * @param details what is filled in already and seldom changes
 * @param problems by field
 */
record QuickPage(
        String title,
        String where,
        String back,
        List<Mode> modes,
        List<Masked> phones,
        @Nullable Stay stay,
        Map<String, String> hidden,
        @Nullable String notice,
        List<Member> members,
        List<Outcome> outcomes,
        List<Option> reasons,
        String reason,
        boolean emergency,
        String content,
        Details details,
        Map<String, String> problems) {

    /** @param words that one is to check in, or that one has; {@code inside} says which */
    record Stay(String words, boolean inside, boolean missed, long person) {}

    record Mode(String words, String href, boolean current) {}

    /** @param line what the visit counts for: 9月·高风险·还有 2 天 */
    record Member(long id, String name, String age, String line, boolean chosen) {}

    /**
     * @param one what is written for one person, and {@code many} for {@code {n}} of them
     * @param save what the button promises then
     */
    record Outcome(String code, String words, String one, String many, String save, boolean chosen) {}

    record Details(
            String summary,
            String servedOn,
            String latest,
            String hours,
            String participants,
            String companions,
            List<Group> groups,
            boolean open) {}

    record Group(String title, List<Item> items) {}

    record Item(String code, String words, boolean chosen) {}
}
