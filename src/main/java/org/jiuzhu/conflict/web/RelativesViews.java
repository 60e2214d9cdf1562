package org.jiuzhu.conflict.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.conflict.CrossInspection;
import org.jiuzhu.conflict.Declarations;
import org.jiuzhu.conflict.RelativeFiling;
import org.jiuzhu.conflict.Supervision;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages about relatives together. */
@Component
class RelativesViews {

    private static final int STREET_DIGITS = 9;

    private final Declarations declarations;
    private final CaseRules rules;
    private final Network network;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    RelativesViews(
            Declarations declarations, CaseRules rules, Network network, DueWords days, Words words, Clock clock) {
        this.declarations = declarations;
        this.rules = rules;
        this.network = network;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    RelativesPage own(Actor actor, FilingForm form, Map<String, String> problems) {
        Ruling required = rules.ruling(String.valueOf(actor.orgCode()), "relativeFilingRequired");
        return new RelativesPage(
                declarations.of(actor).stream().map(this::row).toList(),
                form,
                FilingForm.kinships(),
                problems,
                required.flag("value"),
                required.isAssumption() ? words.say("rules.source.assumption") : required.source(),
                Supervision.mayInspect(actor));
    }

    private RelativesPage.Row row(RelativeFiling filing) {
        return new RelativesPage.Row(
                filing.name(),
                filing.idNumber(),
                relation(filing),
                days.day(filing.sinceOn()),
                words.say(
                        "conflict.declared." + filing.source(), day(filing.declaredAt()), nameOf(filing.declaredBy())),
                filing.isInForce() ? "met" : "cancelled",
                words.say(filing.isInForce() ? "conflict.inForce" : "conflict.over"),
                ended(filing));
    }

    PairsPage pairs(
            @Nullable Long after,
            Actor actor,
            FilingForm form,
            Map<String, String> problems,
            Map<String, String> endProblems,
            @Nullable Long wrong,
            @Nullable String reason) {
        CrossInspection page = declarations.crossInspection(after, actor);
        return new PairsPage(
                page.pairs().stream().map(pair -> row(pair, actor)).toList(),
                page.next(),
                Supervision.mayFile(actor) ? colleagues(actor) : List.of(),
                form,
                FilingForm.kinships(),
                problems,
                endProblems,
                wrong,
                reason,
                LocalDate.now(clock).toString());
    }

    private PairsPage.Row row(CrossInspection.Pair pair, Actor actor) {
        RelativeFiling filing = pair.filing();
        Instant refusedAt = pair.refusedAt();
        return new PairsPage.Row(
                filing.id(),
                pair.consultant(),
                unit(pair.orgCode()),
                pair.orgCode().length() > STREET_DIGITS ? unit(pair.orgCode().substring(0, STREET_DIGITS)) : "",
                filing.name(),
                filing.idNumber(),
                pair.personId() == null ? null : "/people/" + pair.personId(),
                relation(filing),
                days.day(filing.sinceOn()),
                filing.isInForce() ? "met" : "cancelled",
                words.say(filing.isInForce() ? "conflict.inForce" : "conflict.over"),
                ended(filing),
                pair.refused(),
                refusedAt == null ? null : days.at(refusedAt),
                filing.isInForce()
                        && Supervision.mayFile(actor)
                        && !filing.username().equals(actor.username()));
    }

    private List<PairsPage.Colleague> colleagues(Actor actor) {
        String orgCode = String.valueOf(actor.orgCode());
        return units(orgCode)
                .flatMap(code -> network.consultantsAt(code).stream())
                .filter(c -> c.filing() != Consultant.Filing.WITHDRAWN
                        && !c.username().equals(actor.username()))
                .map(c -> new PairsPage.Colleague(
                        c.username(), c.displayName() + words.say("worklist.dot") + unit(c.orgCode())))
                .sorted(Comparator.comparing(PairsPage.Colleague::username))
                .toList();
    }

    /** A station lead's street, its points and its professional points; a supervisor's whole district. */
    private Stream<String> units(String orgCode) {
        return network.all().stream()
                .filter(unit -> unit.code().startsWith(orgCode)
                        || unit.kind() == OrgUnit.Kind.NGO
                                && (orgCode.equals(unit.parentCode()) || orgCode.length() < STREET_DIGITS))
                .map(OrgUnit::code);
    }

    private String relation(RelativeFiling filing) {
        return words.say("conflict.relation." + filing.relation());
    }

    private @Nullable String ended(RelativeFiling filing) {
        LocalDate on = filing.endedOn();
        return on == null ? null : words.say("conflict.endedOn", days.day(on), String.valueOf(filing.endReason()));
    }

    private String unit(String code) {
        return network.find(code).map(OrgUnit::name).orElse(code);
    }

    private String nameOf(String username) {
        return network.consultant(username).map(Consultant::displayName).orElse(username);
    }

    private String day(Instant at) {
        return days.day(LocalDate.ofInstant(at, WorkCalendar.ZONE));
    }
}
