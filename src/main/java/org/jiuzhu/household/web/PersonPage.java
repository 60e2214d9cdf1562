package org.jiuzhu.household.web;

import java.util.List;
import org.jiuzhu.household.VisitPanel;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.Masked;
import org.jiuzhu.shared.view.SubjectMember;
import org.jiuzhu.workflow.PageActions;
import org.jspecify.annotations.Nullable;

/** What {@code household/person.html} shows. */
public record PersonPage(
        String name,
        String about,
        String committee,
        @Nullable String tags,
        List<String> marks,
        @Nullable String tier,
        Why why,
        List<Masked> contacts,
        List<Fact> facts,
        @Nullable String householdHref,
        List<SubjectMember> family,
        @Nullable String doorHint,
        List<FieldRow> fields,
        String fieldsHref,
        List<BenefitRow> benefits,
        List<ChangeRow> changes,
        VisitPanel.@Nullable Visits visits,
        List<CaseRow> cases,
        List<HouseholdPage.Papers> papers,
        List<Fact> memberships,
        List<Entry> timeline,
        Actions actions,
        List<PageActions.Link> happened) {

    /** Why somebody is in a tier, on what that rests, and what is not known that would tell. */
    public record Why(String reason, String source, @Nullable String missing) {}

    /** @param state a due state's name, as the style sheets have it */
    public record CaseRow(String number, String href, String state, String stateText, String opened) {}

    /**
     * @param from the source and its day
     * @param others what other sources say instead
     */
    public record FieldRow(String label, String value, @Nullable String from, List<String> others) {}

    public record BenefitRow(String kind, @Nullable String note, String when, String from, @Nullable String endHref) {}

    public record ChangeRow(
            String kind, String on, @Nullable String note, @Nullable String about, @Nullable String href) {}

    /** What this reader may start here. */
    public record Actions(
            @Nullable String edit,
            @Nullable String record,
            @Nullable String report,
            @Nullable String change,
            @Nullable String benefit,
            @Nullable String household,
            @Nullable String lead) {}
}
