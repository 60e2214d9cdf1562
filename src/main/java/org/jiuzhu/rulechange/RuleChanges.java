package org.jiuzhu.rulechange;

import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Register;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleChange.State;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.visit.PlanForecasts;
import org.jiuzhu.visit.PlanForecasts.Weighed;
import org.jiuzhu.visit.Whom;
import org.jiuzhu.workflow.DecisionDrafts;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of rules: looked at before, ordered for a day to come, put in force on that day, and then followed by the plans
 * of all whom they concern, some at a time. Stopped half-way, that goes on with whoever is left; done twice, it changes
 * nothing.
 */
@Component("ruleChanges")
@ForModels
@Transactional
public class RuleChanges {

    private static final Logger log = LoggerFactory.getLogger(RuleChanges.class);

    private final RuleChangeTable table;
    private final RuleChangeChecks checks;
    private final RuleTables tables;
    private final Following following;
    private final Suppositions suppositions;
    private final KnownProfiles known;
    private final DecisionDrafts drafts;
    private final Register register;
    private final Network network;
    private final PlanForecasts forecasts;
    private final Messages messages;
    private final Numbers numbers;
    private final AuditLog audit;
    private final RuleChangeSettings settings;
    private final Clock clock;

    RuleChanges(
            RuleChangeTable table,
            RuleChangeChecks checks,
            RuleTables tables,
            Following following,
            Suppositions suppositions,
            KnownProfiles known,
            DecisionDrafts drafts,
            Register register,
            Network network,
            PlanForecasts forecasts,
            Messages messages,
            Numbers numbers,
            AuditLog audit,
            RuleChangeSettings settings,
            Clock clock) {
        this.table = table;
        this.checks = checks;
        this.tables = tables;
        this.following = following;
        this.suppositions = suppositions;
        this.known = known;
        this.drafts = drafts;
        this.register = register;
        this.network = network;
        this.forecasts = forecasts;
        this.messages = messages;
        this.numbers = numbers;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Refusal FORBIDDEN for anybody who may not order changes */
    @Transactional(readOnly = true)
    public String districtOf(Actor actor) {
        return checks.districtOf(actor);
    }

    /** The rows of a set that can be changed. */
    @Transactional(readOnly = true)
    public List<RuleRow> rows(Kind kind, String set) {
        return kind == Kind.PROFILE ? List.of() : tables.rows(kind, set);
    }

    /** Profiles, or for tiers cadence modes, with rows of their own that only this district follows. */
    @Transactional(readOnly = true)
    public List<String> sets(Kind kind, String districtCode) {
        return tables.all(kind).stream()
                .map(RuleRow::set)
                .distinct()
                .filter(set -> following.belongsTo(districtCode, kind, set))
                .toList();
    }

    /** Every profile that a unit can follow. */
    @Transactional(readOnly = true)
    public List<String> profiles() {
        return known.all();
    }

    /** @throws Refusal NOT_FOUND for a number of nobody's or another district */
    @Transactional(readOnly = true)
    public RuleChange get(String number, Actor reader) {
        String district = checks.districtOf(reader);
        return table.byNumber(number)
                .filter(change -> change.districtCode().equals(district))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "rulechange.notFound"));
    }

    /** A district's changes, the latest first. */
    @Transactional(readOnly = true)
    public List<RuleChange> before(long id, int most, Actor reader) {
        return table.ofDistrict(checks.districtOf(reader), id, most);
    }

    /** The rows of a change as they were, or as they are to be. */
    @Transactional(readOnly = true)
    public List<RuleRow> rows(RuleChange change, boolean isNew) {
        return change.kind() == Kind.PROFILE
                ? List.of()
                : table.rows(change.id(), isNew).entrySet().stream()
                        .<RuleRow>map(row -> tables.of(change.kind()).row(row.getKey(), row.getValue()))
                        .toList();
    }

    /**
     * Orders a change; on its day it is put in force by itself.
     *
     * @throws InvalidInput by field, for what does not hold: a day that is not still to come, a row that demands nothing
     * @throws Refusal CONFLICT where another change of the same rows or unit is still to come or under way
     */
    public RuleChange order(NewRuleChange asked, Actor by) {
        String district = checks.districtOf(by);
        checks.check(asked, district);
        String reason = asked.reason() == null ? "" : asked.reason().strip();
        if (reason.isEmpty()) {
            throw new InvalidInput(FieldProblem.of("reason", "rulechange.reason.required"));
        }
        if (reason.length() > RuleChangeChecks.LONGEST_REASON) {
            throw new InvalidInput(
                    FieldProblem.of("reason", "rulechange.reason.long", RuleChangeChecks.LONGEST_REASON));
        }
        table.oneAtATime();
        table.open(asked.kind(), asked.orgCode() == null ? asked.profile() : asked.orgCode())
                .ifPresent(other -> {
                    throw new Refusal(Refusal.Kind.CONFLICT, "rulechange.open", other.number());
                });
        RuleChange change =
                table.get(table.insert(numbers.next(Numbers.Kind.GZ), district, asked, by.username(), clock.instant()));
        if (asked.kind() != Kind.PROFILE) {
            List<RuleRow> inForce = tables.rows(asked.kind(), asked.profile());
            table.insertRows(change.id(), inForce, changed(inForce, tables.after(asked)));
        }
        audit.record(AuditKind.MODEL_CHANGED, by, "ruleChange", change.number(), "ordered " + change.kind());
        messages.start("RuleChangeOrdered", change.number(), Map.of("ruleChangeId", change.id()));
        return change;
    }

    private static List<RuleRow> changed(List<RuleRow> before, List<RuleRow> after) {
        return after.stream()
                .filter(row -> before.stream().noneMatch(row::saysTheSameAs))
                .toList();
    }

    /**
     * Takes a change back before its day.
     *
     * @throws Refusal CONFLICT once it is in force, or taken back by somebody else
     */
    public void cancel(String number, Actor by) {
        RuleChange change = get(number, by);
        if (!table.cancel(change.id(), by.username(), clock.instant())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "rulechange.notPlanned");
        }
        audit.record(AuditKind.MODEL_CHANGED, by, "ruleChange", number, "cancelled");
        messages.correlate("RuleChangeCancelled", number, Map.of());
    }

    /** The first moment of its day. */
    @Transactional(readOnly = true)
    public Date startsAt(long changeId) {
        return Date.from(table.get(changeId)
                .effectiveOn()
                .atStartOfDay(WorkCalendar.ZONE)
                .toInstant());
    }

    /** Its day has come: the rules hold from now on, unless they do not fit any more. */
    public void publish(long changeId) {
        RuleChange change = table.lock(changeId);
        if (change.state() != State.PLANNED) {
            return;
        }
        // Two tables of one day are written one after the other: each builds on the version before.
        table.oneAtATime();
        if (!fits(change)) {
            table.refused(changeId, clock.instant());
            audit.record(AuditKind.MODEL_CHANGED, null, "ruleChange", change.number(), "refused");
            return;
        }
        Integer version = null;
        if (change.kind() == Kind.PROFILE) {
            register.assignProfile(
                    Objects.requireNonNull(change.orgCode()), change.profile(), change.effectiveOn(), null);
        } else {
            version = drafts.publish(tables.draft(change.kind(), rows(change, true), remark(change)));
        }
        table.published(changeId, version, forecasts.count(whom(change)), clock.instant());
        audit.record(AuditKind.MODEL_CHANGED, null, "ruleChange", change.number(), "published");
    }

    /** Whether the rows still say what they said when it was ordered, or the unit has no later profile. */
    private boolean fits(RuleChange change) {
        if (change.kind() == Kind.PROFILE) {
            return network.profileHistory(Objects.requireNonNull(change.orgCode())).stream()
                    .allMatch(assigned -> assigned.from().isBefore(change.effectiveOn()));
        }
        List<RuleRow> inForce = tables.rows(change.kind(), change.profile());
        return rows(change, false).stream().allMatch(was -> inForce.stream().anyMatch(was::saysTheSameAs));
    }

    @Transactional(readOnly = true)
    public boolean isInForce(long changeId) {
        return EnumSet.of(State.RUNNING, State.DONE)
                .contains(table.get(changeId).state());
    }

    /** Weighs the next plans under the rules that hold now. */
    public void weighNext(long changeId) {
        RuleChange change = table.lock(changeId);
        if (change.state() != State.RUNNING) {
            return;
        }
        int most = settings.chunk();
        Weighed weighed =
                forecasts.weigh(whom(change), change.lastPerson(), most, change.atOnce(), Actor.machine(Actor.SYSTEM));
        table.advanced(changeId, weighed.people(), weighed.last());
        log.debug("{}: weighed {} plans more", change.number(), weighed.people());
        if (weighed.people() < most) {
            table.finished(changeId, clock.instant());
            log.info("{} is done", change.number());
            audit.record(AuditKind.MODEL_CHANGED, null, "ruleChange", change.number(), "done");
        }
    }

    @Transactional(readOnly = true)
    public boolean isDone(long changeId) {
        return table.get(changeId).state() == State.DONE;
    }

    /** The change as it was asked for, to be looked at again. */
    @Transactional(readOnly = true)
    public NewRuleChange asked(RuleChange change) {
        return new NewRuleChange(
                change.kind(),
                change.profile(),
                change.orgCode(),
                change.effectiveOn(),
                rows(change, true),
                change.atOnce(),
                change.reason());
    }

    private static String remark(RuleChange change) {
        return "自 %s 起按 %s 调整。".formatted(change.effectiveOn(), change.number());
    }

    private Whom whom(RuleChange change) {
        return suppositions.whom(asked(change), change.districtCode());
    }
}
