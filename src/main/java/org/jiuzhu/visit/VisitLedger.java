package org.jiuzhu.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.PeopleNames;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.KnownThen.Key;
import org.jiuzhu.visit.KnownThen.Met;
import org.jiuzhu.visit.LedgerLine.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visit ledger (R9; CS 二(二) 登记造册，形成台账): who was owed how many visits in a month, which were made, when, by whom
 * and how. It is computed from the steps, the visits and the special nodes known on the day it is asked for, never from
 * what a job has kept, so it says of a past day what it said then.
 */
@Component
@Transactional(readOnly = true)
public class VisitLedger {

    /** A half-year that ends in a month began at most so many months before. */
    private static final int LONGEST_PERIOD = 6;

    private final KnownThen known;
    private final SpecialNodes nodes;
    private final PeopleNames names;
    private final WorkCalendar calendar;
    private final DataScopes scopes;
    private final Clock clock;

    VisitLedger(
            KnownThen known,
            SpecialNodes nodes,
            PeopleNames names,
            WorkCalendar calendar,
            DataScopes scopes,
            Clock clock) {
        this.known = known;
        this.nodes = nodes;
        this.names = names;
        this.calendar = calendar;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * @param place a point, or a street for those whose point is not known; of others than the thread's scope sees,
     *     the ledger is empty
     * @param asOf a day after today is answered as today
     */
    public Ledger of(Place place, YearMonth month, LocalDate asOf) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        LocalDate day = asOf.isAfter(today) ? today : asOf;
        Instant moment = day.equals(today) ? clock.instant() : lastMomentOf(day);
        List<Long> people = known.peopleAt(place, moment);
        return scopes.asSystem(
                "visit ledger", () -> new Ledger(place, month, day, moment, lines(people, place, month, moment)));
    }

    private static Instant lastMomentOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** A window, before anybody asks how it stood. */
    private record Owed(long personId, Tier tier, int attemptDays, Window window, @Nullable String extra) {

        LocalDate start() {
            return window.span().start();
        }

        Key key() {
            return new Key(personId, window.duty().per().name(), window.onNode(), start());
        }
    }

    private List<LedgerLine> lines(List<Long> people, Place place, YearMonth month, Instant moment) {
        Map<Long, List<Met>> met = known.contacts(people, month.atDay(1).minusMonths(LONGEST_PERIOD), moment);
        Set<Key> givenUp = known.givenUp(people, moment);
        Map<Key, String> explained = known.explanations(people, moment);
        Map<Long, String> called = names.of(people);
        Map<Long, List<Owed>> owed = owed(people, met, place, month, moment);
        List<LedgerLine> lines = new ArrayList<>();
        called.forEach((person, name) -> {
            List<Met> theirs = met.getOrDefault(person, List.of());
            for (Owed one : owed.getOrDefault(person, List.of())) {
                WindowState state =
                        WindowState.of(one.window(), contactsOf(theirs), one.attemptDays(), moment, calendar);
                lines.add(line(one, name, theirs, state, givenUp.contains(one.key()), explained.get(one.key())));
            }
        });
        return lines;
    }

    private Map<Long, List<Owed>> owed(
            List<Long> people, Map<Long, List<Met>> met, Place place, YearMonth month, Instant moment) {
        Map<Long, List<TakenStep>> steps = known.steps(people, moment);
        Map<Long, List<KnownThen.Extra>> extras = known.extras(people, place, moment);
        Map<String, List<Span>> districts = new HashMap<>();
        Map<Long, List<Owed>> owed = new HashMap<>();
        for (long person : people) {
            List<TakenStep> taken = steps.getOrDefault(person, List.of());
            Stream<Owed> planned = taken.isEmpty()
                    ? Stream.empty()
                    : planned(
                            taken,
                            districts.computeIfAbsent(
                                    taken.get(taken.size() - 1).place().districtCode(),
                                    district -> nodes.knownAt(district, moment)),
                            contactsOf(met.getOrDefault(person, List.of())),
                            place,
                            moment);
            Stream<Owed> extra = extras.getOrDefault(person, List.of()).stream()
                    .map(one -> new Owed(person, one.tier(), one.attemptDays(), one.window(), one.why()));
            owed.put(
                    person,
                    Stream.concat(planned, extra)
                            .filter(one -> touches(one.window(), month))
                            .sorted(Comparator.comparing(Owed::start)
                                    .thenComparing(one -> one.window().duty().per()))
                            .toList());
        }
        return owed;
    }

    private static Stream<Owed> planned(
            List<TakenStep> taken, List<Span> nodes, List<Contact> met, Place place, Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, WorkCalendar.ZONE);
        return WindowPlanner.plan(taken.stream().map(TakenStep::step).toList(), nodes, day.plusDays(1))
                .windows()
                .stream()
                .filter(window ->
                        inForce(taken, owedUntil(window, met, day)).place().equals(place))
                .map(window -> owed(inForce(taken, window.owedFrom()), window));
    }

    private static Owed owed(TakenStep madeBy, Window window) {
        return new Owed(madeBy.personId(), madeBy.tier(), madeBy.attemptDays(), window, null);
    }

    /** A window goes along with a move as long as it is owed; where it was met, missed or closed, there it stays. */
    private static LocalDate owedUntil(Window window, List<Contact> met, LocalDate today) {
        LocalDate metOn = WindowState.metOn(window, met);
        LocalDate last = window.closing() == null
                ? lastDay(window)
                : window.closing().on().minusDays(1);
        LocalDate until = Stream.of(last, today, metOn == null ? today : metOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return until.isBefore(window.owedFrom()) ? window.owedFrom() : until;
    }

    private static LocalDate lastDay(Window window) {
        Window.Closing closing = window.closing();
        return closing == null ? window.span().end().minusDays(1) : closing.on();
    }

    private static TakenStep inForce(List<TakenStep> taken, LocalDate day) {
        return taken.stream()
                .filter(step -> !step.step().from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(taken.get(0));
    }

    private static boolean touches(Window window, YearMonth month) {
        return !window.owedFrom().isAfter(month.atEndOfMonth())
                && !lastDay(window).isBefore(month.atDay(1));
    }

    private static LedgerLine line(
            Owed owed, String name, List<Met> met, WindowState state, boolean givenUp, @Nullable String explained) {
        Window window = owed.window();
        boolean unmet = state.state() == DueState.MISSED || state.state() == DueState.ATTEMPTED;
        LocalDate madeUp = unmet && !givenUp ? WindowState.madeUpOn(window, contactsOf(met)) : null;
        return new LedgerLine(
                owed.personId(),
                name,
                owed.tier(),
                window,
                owed.extra(),
                state,
                met.stream()
                        .filter(one -> window.counts(one.contact().on()) || isLate(one, window, madeUp))
                        .map(one -> visit(one, window))
                        .toList(),
                madeUp,
                unmet ? explained : null);
    }

    private static boolean isLate(Met met, Window window, @Nullable LocalDate madeUp) {
        LocalDate on = met.contact().on();
        return madeUp != null
                && !on.isBefore(window.span().end())
                && !on.isAfter(madeUp)
                && counts(met.contact(), window);
    }

    private static Visit visit(Met met, Window window) {
        Contact contact = met.contact();
        boolean late = !window.span().contains(contact.on());
        return new Visit(
                contact.on(),
                contact.mode(),
                contact.outcome(),
                met.by(),
                met.recordNumber(),
                !late && counts(contact, window),
                late);
    }

    private static boolean counts(Contact contact, Window window) {
        return contact.outcome() == Outcome.DONE && contact.isBy(window.duty().channels());
    }

    private static List<Contact> contactsOf(List<Met> met) {
        return met.stream().map(Met::contact).toList();
    }
}
