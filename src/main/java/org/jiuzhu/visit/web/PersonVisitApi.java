package org.jiuzhu.visit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.household.People;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.PersonVisits;
import org.jiuzhu.visit.PersonVisits.Plan;
import org.jiuzhu.visit.PersonVisits.Standing;
import org.jiuzhu.visit.PersonVisits.Told;
import org.jiuzhu.visit.TakenStep;
import org.jiuzhu.visit.VisitPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One person's tier, plan, windows and visits for programs, by the same scope as on pages; every reading is logged. Days
 * are the calendar's in Shanghai, ends are exclusive.
 */
@RestController
@RequestMapping(path = "/api/v1/people/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonVisitApi {

    private static final int MOST = 1_000;
    private static final int MOST_YEARS = 3;

    private final People people;
    private final PersonVisits visits;
    private final VisitPlans plans;
    private final Words words;
    private final AuditLog audit;
    private final CurrentActor actors;
    private final Clock clock;

    PersonVisitApi(
            People people,
            PersonVisits visits,
            VisitPlans plans,
            Words words,
            AuditLog audit,
            CurrentActor actors,
            Clock clock) {
        this.clock = clock;
        this.people = people;
        this.visits = visits;
        this.plans = plans;
        this.words = words;
        this.audit = audit;
        this.actors = actors;
    }

    /**
     * The tier that the facts of today suggest.
     *
     * @param because the reason in the language of the request
     * @param source the sentence's place in its notice, or {@code assumption}
     * @param dataGap unknown facts on which the tier depends, by the inputs of the decision {@code visit-tier}
     */
    record TierJson(Tier tier, String reason, String because, String source, List<String> dataGap) {}

    /** @param daysAhead so many days before its end a window's task opens; absent: with the window */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DutyJson(int count, Per per, Channels channels, boolean distinctDays, @Nullable Integer daysAhead) {}

    /** @param rules the versions of the decisions that answered */
    record StepJson(
            LocalDate from,
            String reason,
            Tier tier,
            String tierReason,
            List<DutyJson> duties,
            List<DutyJson> onSpecialNodes,
            String profile,
            String rules,
            OffsetDateTime recordedAt) {}

    /** @param steps in the order of their days */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanJson(
            long personId,
            @Nullable Tier tier,
            @Nullable String reason,
            @Nullable LocalDate reviewOn,
            @Nullable String reviewWhy,
            List<StepJson> steps) {}

    /** @param owedFrom a visit earlier in the window counts all the same */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WindowJson(
            String number,
            Tier tier,
            LocalDate start,
            LocalDate end,
            LocalDate owedFrom,
            DutyJson duty,
            boolean onSpecialNode,
            @Nullable String extra,
            DueState state,
            int done,
            @Nullable OffsetDateTime remindAt,
            @Nullable LocalDate madeUpOn,
            @Nullable ClosingJson closing) {}

    record ClosingJson(LocalDate on, Window.Closing.Kind kind, String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitJson(
            String recordNumber,
            LocalDate on,
            ServiceMode mode,
            Outcome outcome,
            @Nullable String finding,
            String by) {}

    @GetMapping("/visit-tier")
    TierJson tier(@PathVariable long id) {
        TierAdvice advice = Objects.requireNonNull(
                people.tierAdvice(List.of(people.get(id))).get(id));
        read(id, "tier");
        return new TierJson(
                advice.tier(),
                advice.reason(),
                words.sayOr("rules.tier.reason." + advice.reason(), advice.reason()),
                advice.ruling().source(),
                List.copyOf(advice.dataGap()));
    }

    @GetMapping("/visit-plan")
    PlanJson plan(@PathVariable long id) {
        people.get(id);
        Plan plan = visits.plan(id).orElse(null);
        List<StepJson> steps =
                plans.historyOf(id).stream().map(PersonVisitApi::step).toList();
        read(id, "visit plan");
        return plan == null
                ? new PlanJson(id, null, null, null, null, steps)
                : new PlanJson(id, plan.tier(), plan.reason(), plan.reviewOn(), plan.reviewWhy(), steps);
    }

    /** The newest first; without days, what overlaps with the last twelve months and all that is opened already. */
    @GetMapping("/visit-windows")
    List<WindowJson> windows(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        people.get(id);
        Days days = Days.of(from, until, LocalDate.now(clock));
        List<Standing> found = visits.windows(id, days.from(), days.until(), MOST);
        read(id, "visit windows");
        return found.stream().map(PersonVisitApi::window).toList();
    }

    /** What records say of visits, the newest first; the record itself is read by its number. */
    @GetMapping("/visits")
    List<VisitJson> visits(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        people.get(id);
        Days days = Days.of(from, until, LocalDate.now(clock));
        List<Told> told = visits.told(id, days.from(), days.until(), MOST);
        read(id, "visits");
        return told.stream().map(PersonVisitApi::visit).toList();
    }

    private void read(long id, String what) {
        audit.record(AuditKind.SENSITIVE_READ, actors.get(), "person", String.valueOf(id), what);
    }

    private record Days(LocalDate from, LocalDate until) {

        static Days of(@Nullable String from, @Nullable String until, LocalDate today) {
            LocalDate last = until == null ? today.plusYears(1) : day("until", until);
            LocalDate first = from == null ? last.minusYears(2) : day("from", from);
            if (!first.isBefore(last) || first.plusYears(MOST_YEARS).isBefore(last)) {
                throw new InvalidInput(FieldProblem.of("until", "visit.api.days"));
            }
            return new Days(first, last);
        }

        private static LocalDate day(String field, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new InvalidInput(FieldProblem.of(field, "visit.api.days"));
            }
        }
    }

    private static StepJson step(TakenStep taken) {
        return new StepJson(
                taken.step().from(),
                taken.step().reason(),
                taken.tier(),
                taken.tierReason(),
                duties(taken.step().duties()),
                duties(taken.step().onNodes()),
                taken.profile(),
                taken.rules(),
                local(taken.recordedAt()));
    }

    private static List<DutyJson> duties(List<Duty> duties) {
        return duties.stream().map(PersonVisitApi::duty).toList();
    }

    private static DutyJson duty(Duty duty) {
        return new DutyJson(duty.count(), duty.per(), duty.channels(), duty.distinctDays(), duty.daysAhead());
    }

    private static WindowJson window(Standing one) {
        Window window = one.window();
        Window.Closing closing = window.closing();
        Instant remindAt = one.remindAt();
        return new WindowJson(
                one.number(),
                one.tier(),
                window.span().start(),
                window.span().end(),
                window.owedFrom(),
                duty(window.duty()),
                window.onNode(),
                one.extra(),
                one.state().state(),
                one.state().done(),
                remindAt == null ? null : local(remindAt),
                one.madeUpOn(),
                closing == null ? null : new ClosingJson(closing.on(), closing.kind(), closing.reason()));
    }

    private static VisitJson visit(Told told) {
        return new VisitJson(
                told.recordNumber(),
                told.contact().on(),
                told.contact().mode(),
                told.contact().outcome(),
                told.finding(),
                told.by());
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ProductClock.ZONE).toOffsetDateTime();
    }
}
