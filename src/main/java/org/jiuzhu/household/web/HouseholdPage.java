package org.jiuzhu.household.web;

import java.util.List;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.Fact;
import org.jspecify.annotations.Nullable;

/** What {@code household/household.html} shows. */
record HouseholdPage(
        String number,
        String address,
        String committee,
        List<Fact> facts,
        List<MemberRow> members,
        List<MemberRow> former,
        List<PersonPage.CaseRow> cases,
        List<Papers> papers,
        List<Entry> timeline,
        @Nullable String addHref) {

    /** @param when since, or from and to */
    record MemberRow(
            String href,
            String name,
            String about,
            @Nullable String tier,
            @Nullable String tags,
            String when,
            @Nullable String endHref) {}

    record Papers(String title, List<PaperRow> rows) {}

    record PaperRow(String number, String href, String on, String words) {}
}
