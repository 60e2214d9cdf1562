package org.jiuzhu.household.web;

import java.util.List;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.Masked;
import org.jiuzhu.shared.view.SubjectMember;
import org.jspecify.annotations.Nullable;

/** What {@code household/person.html} shows. */
public record PersonPage(
        String name,
        String about,
        String committee,
        @Nullable String tags,
        @Nullable String tier,
        @Nullable String tierText,
        @Nullable Why why,
        List<Masked> contacts,
        List<Fact> facts,
        List<SubjectMember> family,
        @Nullable String doorHint,
        List<CaseRow> cases,
        List<Entry> timeline,
        @Nullable String recordHref,
        @Nullable String leadHref) {

    /** Why somebody is in a tier, and on what that rests. */
    public record Why(String reason, String source) {}

    /** @param state a due state's name, as the style sheets have it */
    public record CaseRow(String number, String href, String state, String stateText, String opened) {}
}
