package org.jiuzhu.rulechange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RuleChange;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleChange.State;
import org.jiuzhu.rulechange.RuleChanges;
import org.jiuzhu.rulechange.RulePreviews.Look;
import org.jiuzhu.rulechange.RuleRow;
import org.jiuzhu.rulechange.web.RuleChangeViews.Choice;
import org.jiuzhu.rulechange.web.RuleChangeViews.Difference;
import org.jiuzhu.rulechange.web.RuleChangeViews.Group;
import org.jiuzhu.rulechange.web.RuleChangeViews.Line;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the pages of rule changes together. */
@Component
@Transactional(readOnly = true)
class RuleChangeView {

    private static final int PAGE = 20;
    private static final List<Kind> TABLES = List.of(Kind.CADENCE, Kind.TIER, Kind.CASE_RULE);

    private final RuleChanges changes;
    private final RuleChangePreviews previews;
    private final Network network;
    private final RowForms forms;
    private final RuleChangeWords say;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    RuleChangeView(
            RuleChanges changes,
            RuleChangePreviews previews,
            Network network,
            RowForms forms,
            RuleChangeWords say,
            DueWords days,
            Words words,
            Clock clock) {
        this.changes = changes;
        this.previews = previews;
        this.network = network;
        this.forms = forms;
        this.say = say;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    RuleChangeViews.ListPage list(long before, Actor reader) {
        String district = changes.districtOf(reader);
        List<RuleChange> found = changes.before(before, PAGE + 1, reader);
        List<RuleChange> shown = found.stream().limit(PAGE).toList();
        return new RuleChangeViews.ListPage(
                shown.stream().map(this::line).toList(),
                TABLES.stream()
                        .map(kind -> new Group(
                                kind.name(),
                                words.say("rulechange.new." + kind),
                                sets(kind, changes.sets(kind, district))))
                        .toList(),
                found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
    }

    RuleChangeViews.EditPage edit(RuleChangeForm form, Actor reader) {
        String district = changes.districtOf(reader);
        Kind kind = form.kind();
        boolean ofUnit = kind == Kind.PROFILE;
        return new RuleChangeViews.EditPage(
                kind.name(),
                ofUnit
                        ? words.say("rulechange.edit.PROFILE")
                        : words.say("rulechange.edit." + kind, say.set(kind, form.profile())),
                words.sayOr("rulechange.edit.intro." + kind, words.say("rulechange.edit.intro")),
                form.profile(),
                form.org(),
                ofUnit ? units(district) : List.of(),
                ofUnit ? sets(kind, changes.profiles()) : List.of(),
                changes.rows(kind, form.profile()).stream()
                        .map(row -> forms.row(form, row))
                        .toList(),
                form.on() == null ? "" : form.on(),
                LocalDate.now(clock).plusDays(1).toString(),
                form.atOnce());
    }

    RuleChangeViews.PreviewPage preview(RuleChangeForm form, NewRuleChange asked, Look look, long after, Actor reader) {
        List<RuleRow> known = changes.rows(form.kind(), form.profile());
        return new RuleChangeViews.PreviewPage(
                title(asked.kind(), asked.profile(), asked.orgCode()),
                differences(known, asked.rows()),
                previews.of(asked, look, after, address("/rules/changes/preview", form), reader),
                form.hidden(),
                address("/rules/changes/new", form),
                form.reason());
    }

    private static String address(String path, RuleChangeForm form) {
        var address = UriComponentsBuilder.fromPath(path);
        form.hidden().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(form.hidden()).toUriString();
    }

    /** @param look null where there is nothing to look at any more, or what was ordered does not fit any more */
    RuleChangeViews.ChangePage change(RuleChange change, @Nullable Look look, long after, Actor reader) {
        NewRuleChange asked = changes.asked(change);
        boolean isPlanned = change.state() == State.PLANNED;
        RuleChangeViews.Preview preview =
                look == null ? null : previews.of(asked, look, after, "/rules/changes/" + change.number(), reader);
        String note = isPlanned && look == null ? words.say("rulechange.noLonger") : null;
        return new RuleChangeViews.ChangePage(
                line(change),
                differences(changes.rows(change, false), asked.rows()),
                change.reason(),
                words.say(change.atOnce() ? "rulechange.atOnce.yes" : "rulechange.atOnce.no"),
                preview,
                isPlanned,
                note);
    }

    private List<Difference> differences(List<RuleRow> before, List<? extends RuleRow> after) {
        List<Difference> differences = new ArrayList<>();
        for (RuleRow row : after) {
            before.stream()
                    .filter(was -> was.id().equals(row.id()) && !was.saysTheSameAs(row))
                    .forEach(was -> differences.add(say.difference(was, row)));
        }
        return differences;
    }

    private Line line(RuleChange change) {
        String state =
                switch (change.state()) {
                    case PLANNED -> "upcoming";
                    case RUNNING -> "due";
                    case DONE -> "met";
                    case CANCELLED, REFUSED -> "cancelled";
                };
        return new Line(
                change.number(),
                title(change.kind(), change.profile(), change.orgCode()),
                days.day(change.effectiveOn()),
                state,
                words.say("rulechange.state." + change.state(), change.peopleDone(), change.peopleTotal()),
                told(change),
                change.peopleDone(),
                change.peopleTotal());
    }

    private String told(RuleChange change) {
        return change.cancelledAt() == null
                ? words.say("rulechange.told.ordered", name(change.orderedBy()), days.at(change.orderedAt()))
                : words.say(
                        "rulechange.told.cancelled",
                        name(Objects.requireNonNull(change.cancelledBy())),
                        days.at(change.cancelledAt()));
    }

    private String title(Kind kind, String profile, @Nullable String orgCode) {
        return kind == Kind.PROFILE
                ? words.say(
                        "rulechange.title.PROFILE",
                        network.find(String.valueOf(orgCode)).map(OrgUnit::name).orElse(String.valueOf(orgCode)),
                        say.profile(profile))
                : words.say("rulechange.title." + kind, say.set(kind, profile));
    }

    private String name(String username) {
        return network.consultant(username).map(Consultant::displayName).orElse(username);
    }

    private List<Choice> sets(Kind kind, List<String> codes) {
        return codes.stream().map(code -> new Choice(code, say.set(kind, code))).toList();
    }

    private List<Choice> units(String district) {
        return Batch.call(() -> network.all().stream()
                .filter(unit -> unit.active()
                        && (unit.kind() == OrgUnit.Kind.STREET || unit.kind() == OrgUnit.Kind.POINT)
                        && network.place(unit.code()).districtCode().equals(district))
                .sorted(Comparator.comparing(OrgUnit::code))
                .map(unit -> new Choice(
                        unit.code(), (unit.kind() == OrgUnit.Kind.POINT ? "　　" : "") + unit.name() + own(unit)))
                .toList());
    }

    private String own(OrgUnit unit) {
        return unit.profile() == null ? "" : words.say("rulechange.follows", say.profile(unit.profile()));
    }
}
