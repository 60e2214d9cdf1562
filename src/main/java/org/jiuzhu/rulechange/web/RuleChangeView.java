package org.jiuzhu.rulechange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rulechange.CadenceRow;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RuleChange;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleChange.State;
import org.jiuzhu.rulechange.RuleChanges;
import org.jiuzhu.rulechange.web.RuleChangeViews.Choice;
import org.jiuzhu.rulechange.web.RuleChangeViews.Difference;
import org.jiuzhu.rulechange.web.RuleChangeViews.Line;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.InvalidInput;
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
    private static final List<String> PERIODS = Arrays.stream(Per.values())
            .filter(per -> per != Per.NONE)
            .map(Enum::name)
            .toList();

    private final RuleChanges changes;
    private final RuleChangePreviews previews;
    private final Network network;
    private final RuleChangeWords say;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    RuleChangeView(
            RuleChanges changes,
            RuleChangePreviews previews,
            Network network,
            RuleChangeWords say,
            DueWords days,
            Words words,
            Clock clock) {
        this.changes = changes;
        this.previews = previews;
        this.network = network;
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
                profiles(changes.profilesOf(district)),
                units(district),
                found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
    }

    RuleChangeViews.EditPage edit(RuleChangeForm form, Actor reader) {
        String district = changes.districtOf(reader);
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        boolean cadence = form.kind() == Kind.CADENCE;
        List<CadenceRow> rows = cadence ? changes.rows(form.profile()) : List.of();
        return new RuleChangeViews.EditPage(
                form.kind().name(),
                cadence
                        ? words.say("rulechange.edit.cadence", say.profile(form.profile()))
                        : words.say("rulechange.edit.profile"),
                form.profile(),
                say.profile(form.profile()),
                form.org(),
                cadence ? List.of() : units(district),
                cadence ? List.of() : profiles(changes.profiles()),
                rows.stream().map(row -> row(form, row)).toList(),
                PERIODS,
                Arrays.stream(Channels.values()).map(Enum::name).toList(),
                form.on() == null ? "" : form.on(),
                tomorrow.toString(),
                form.atOnce());
    }

    private RuleChangeViews.Row row(RuleChangeForm form, CadenceRow row) {
        boolean stated = !row.source().equals(Ruling.ASSUMPTION);
        return new RuleChangeViews.Row(
                row.id(),
                say.tier(row),
                say.whole(row.duty()),
                stated ? row.source() : words.say("rules.source.assumption"),
                stated,
                form.cell(row, "count"),
                form.cell(row, "per"),
                form.cell(row, "channels"),
                form.cell(row, "ahead"),
                form.cell(row, "once"));
    }

    /** @throws InvalidInput for what cannot be ordered, by field */
    RuleChangeViews.PreviewPage preview(RuleChangeForm form, long after, Actor reader) {
        List<CadenceRow> known = changes.rows(form.profile());
        NewRuleChange asked = form.asked(known);
        return new RuleChangeViews.PreviewPage(
                title(asked.kind(), asked.profile(), asked.orgCode()),
                differences(known, asked.rows()),
                previews.of(asked, after, address("/rules/changes/preview", form), reader),
                form.hidden(),
                address("/rules/changes/new", form),
                form.reason());
    }

    private static String address(String path, RuleChangeForm form) {
        var address = UriComponentsBuilder.fromPath(path);
        form.hidden().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(form.hidden()).toUriString();
    }

    RuleChangeViews.ChangePage change(String number, long after, Actor reader) {
        RuleChange change = changes.get(number, reader);
        NewRuleChange asked = changes.asked(change);
        RuleChangeViews.Preview preview = null;
        String note = null;
        if (change.state() == State.PLANNED) {
            try {
                preview = previews.of(asked, after, "/rules/changes/" + number, reader);
            } catch (InvalidInput noLonger) {
                note = words.say("rulechange.noLonger");
            }
        }
        return new RuleChangeViews.ChangePage(
                line(change),
                differences(changes.rows(change, false), asked.rows()),
                change.reason(),
                words.say(change.atOnce() ? "rulechange.atOnce.yes" : "rulechange.atOnce.no"),
                preview,
                change.state() == State.PLANNED,
                note);
    }

    private List<Difference> differences(List<CadenceRow> before, List<CadenceRow> after) {
        List<Difference> differences = new ArrayList<>();
        for (CadenceRow row : after) {
            before.stream()
                    .filter(was -> was.id().equals(row.id()) && !was.duty().equals(row.duty()))
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
        return kind == Kind.CADENCE
                ? words.say("rulechange.title.cadence", say.profile(profile))
                : words.say(
                        "rulechange.title.profile",
                        network.find(String.valueOf(orgCode)).map(OrgUnit::name).orElse(String.valueOf(orgCode)),
                        say.profile(profile));
    }

    private String name(String username) {
        return network.consultant(username).map(Consultant::displayName).orElse(username);
    }

    private List<Choice> profiles(List<String> codes) {
        return codes.stream().map(code -> new Choice(code, say.profile(code))).toList();
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
