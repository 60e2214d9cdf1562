package org.jiuzhu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.demo.DemoResidents;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.MajorChange;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.Standings;
import org.jiuzhu.household.SupportMode;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.reference.Cards.Demand;
import org.jiuzhu.reference.Facts.Category;
import org.jiuzhu.reference.Promise.Way;
import org.jiuzhu.reference.Verdict.Ending;
import org.jiuzhu.reference.Verdict.Try;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.visit.Contact;
import org.jiuzhu.visit.Ledger;
import org.jiuzhu.visit.LedgerLine;
import org.jiuzhu.visit.Nights;
import org.jiuzhu.visit.SpecialNodes;
import org.jiuzhu.visit.VisitLedger;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A year of the demo district, day by day through the product's own verbs: nights, visits, changes, warnings, moves,
 * deaths, special nodes. At its end, and on days on the way, the ledgers of all points together say of every person and
 * period what the reference says.
 *
 * <p>{@code -Dyear.visited} is how many people of each street are visited and have something happen to them.
 */
@JiuzhuTest
class DistrictYearTest {

    private static final int VISITED = Integer.getInteger("year.visited", 3);
    private static final LocalDate FIRST = LocalDate.parse("2026-07-06");
    private static final LocalDate LAST = LocalDate.parse("2027-07-05");
    /** The longest window that is open at the end ends with the year. */
    private static final YearMonth LAST_MONTH = YearMonth.of(2027, 12);

    private static final List<LocalDate> ASKED_AGAIN =
            List.of(LocalDate.parse("2026-09-30"), LocalDate.parse("2026-12-31"), LocalDate.parse("2027-03-10"));

    private static final Map<String, Notice> NOTICES = Map.of(
            DemoNetwork.YUNFAN, Notice.CHUANSHA,
            DemoNetwork.ZHIXING, Notice.CHANGNING,
            DemoNetwork.SONGHE, Notice.SONGJIANG,
            DemoNetwork.PUHE, Notice.PUTUO,
            DemoNetwork.HANGXING, Notice.HANGTOU);

    /** 国庆, 元旦 and 春节 2027 [A]. */
    private static final LocalDate[][] NODES = {
        {LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-07")},
        {LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-02")},
        {LocalDate.parse("2027-02-05"), LocalDate.parse("2027-02-11")}
    };

    private static final Actor VISITOR = Actors.pointConsultant();
    private static final Actor DISTRICT =
            Actors.at("tang.xushe", "唐虚设", DemoNetwork.DISTRICT_CODE, "districtSupervisor");

    @Autowired
    DemoResidents residents;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Standings standings;

    @Autowired
    Network network;

    @Autowired
    SpecialNodes nodes;

    @Autowired
    VisitReports reports;

    @Autowired
    VisitLedger ledger;

    @Autowired
    ApplicationContext product;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    /** What the reference knows: the facts from each day on, and who came when. */
    private final Map<Long, NavigableMap<Long, Facts>> facts = new TreeMap<>();

    private final Map<Long, List<Try>> tries = new HashMap<>();

    /** Who died on a day, and was said to have died on another. */
    private record Death(LocalDate on, LocalDate told) {}

    private final Map<Long, Death> deaths = new HashMap<>();

    /** One line of one ledger, in the reference's words. */
    private record Line(long person, Owed owed, Verdict verdict, int done) {}

    @Test
    void aYearOfTheDistrictEndsWithTheLedgerOfTheReference() {
        clock.set(FIRST.atTime(8, 0));
        settle();
        List<Long> visited = visited();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            clock.set(day.atTime(0, 5));
            LocalDate today = day;
            desk.system(() -> {
                Nights.pass(product, today);
                return true;
            });
            clock.set(day.atTime(10, 0));
            for (long person : visited) {
                happen(person, today);
                visit(person, today);
            }
        }
        clock.set(LAST.atTime(23, 0));
        ASKED_AGAIN.forEach(this::compare);
        compare(LAST);
        compareFigures();
    }

    /** The register as the demo's first start fills it, and what the reference reads in it. */
    private void settle() {
        desk.system(() -> {
            residents.seedDistrict(FIRST);
            for (LocalDate[] node : NODES) {
                nodes.add(DemoNetwork.DISTRICT_CODE, new SpecialNodes.NewNode("节点", node[0], node[1]), DISTRICT);
            }
            return true;
        });
        everybody().forEach(person -> put(person.id(), FIRST, read(person)));
    }

    private List<Person> everybody() {
        return desk.system(() -> people.byIds(jdbc.queryForList("select id from person order by id", Long.class)));
    }

    private Facts read(Person person) {
        PersonDetails details = person.details();
        List<MajorChange> changes = desk.system(() -> people.changesOf(person.id()));
        LocalDate alert = details.illnessAlertOn();
        LocalDate birth = person.birthDate();
        return new Facts(
                NOTICES.get(person.place().streetCode()),
                false,
                person.categories().stream()
                        .filter(category -> category.compareTo(AssistanceCategory.TEMPORARY_APPLICANT) < 0)
                        .map(DistrictYearTest::category)
                        .collect(Collectors.toSet()),
                person.categories().stream()
                        .anyMatch(category -> category.compareTo(AssistanceCategory.TEMPORARY_APPLICANT) < 0),
                !person.categories().isEmpty()
                        && person.categories().stream()
                                .allMatch(category -> category.compareTo(AssistanceCategory.TEMPORARY_APPLICANT) >= 0),
                birth == null ? null : birth.toEpochDay(),
                details.supportMode() == null ? null : details.supportMode() == SupportMode.CENTRAL,
                details.severeIllness() != null || Boolean.TRUE.equals(person.isSeverelyDisabled()),
                person.specialCare(),
                details.extraTier() == null ? null : NoticeTier.valueOf(details.extraTier()),
                changes.stream()
                        .filter(change ->
                                change.kind() != ChangeKind.HOUSEHOLD_MEMBERS && change.kind() != ChangeKind.INCOME)
                        .map(change -> change.happenedOn().toEpochDay())
                        .toList(),
                alert == null ? List.of() : List.of(alert.toEpochDay()));
    }

    private static Category category(AssistanceCategory of) {
        return switch (of) {
            case DESTITUTE -> Category.DESTITUTE;
            case DIBAO_URBAN, DIBAO_RURAL -> Category.DIBAO;
            case MARGINAL -> Category.MARGINAL;
            default -> Category.OTHERWISE_IN_DATABASE;
        };
    }

    /** The first few of each street who are visited on their first day or in the database. */
    private List<Long> visited() {
        Map<Notice, Integer> chosen = new HashMap<>();
        return facts.entrySet().stream()
                .filter(one -> one.getValue().firstEntry().getValue().recipient())
                .filter(one ->
                        chosen.merge(one.getValue().firstEntry().getValue().notice(), 1, Integer::sum) <= VISITED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By numbers that nobody chose, and that are the same in every run. */
    private static int dice(long person, LocalDate day, int what, int sides) {
        long mixed = (person * 1_000_003 + day.toEpochDay()) * 1_000_033 + what;
        mixed = (mixed ^ (mixed >>> 17)) * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 29), sides);
    }

    private void happen(long person, LocalDate day) {
        Facts now = facts.get(person).lastEntry().getValue();
        if (now.gone() || day.equals(FIRST) || dice(person, day, 0, 90) != 0) {
            return;
        }
        switch (dice(person, day, 1, 6)) {
            case 0 -> {
                LocalDate on = day.minusDays(dice(person, day, 2, 20));
                desk.system(() -> {
                    people.recordChange(person, ChangeKind.ACCIDENT, on, null);
                    return true;
                });
                put(person, day, now.changedOn(on.toEpochDay()));
            }
            case 1 -> {
                desk.system(() -> {
                    people.illnessAlert(person, day, Actor.machine(Actor.SYSTEM));
                    return true;
                });
                put(person, day, now.pushedOn(day.toEpochDay()));
            }
            case 2, 3 -> {
                desk.system(() -> {
                    Person known = people.get(person);
                    return people.describe(person, known.version(), caredFor(known.details(), !now.specialCare()));
                });
                put(person, day, now.specialCare(!now.specialCare()));
            }
            case 4 -> move(person, day);
            default -> {
                if (dice(person, day, 3, 4) == 0) {
                    LocalDate on = latest(FIRST, day.minusDays(dice(person, day, 7, 40)));
                    desk.system(() -> standings.died(person, on, null));
                    put(person, day, now.gone(true));
                    deaths.put(person, new Death(on, day));
                }
            }
        }
    }

    /** The household goes to another street; whoever lives there goes along. */
    private void move(long person, LocalDate day) {
        List<String> streets = DemoNetwork.STREETS;
        String street = streets.get(dice(person, day, 4, streets.size()));
        Place to = network.place(network.pointsOf(street).get(0).code());
        Set<Long> before = placesOf(to);
        desk.system(() -> {
            households.findHouseholdOf(person).ifPresent(home -> standings.moved(home, to, null, null));
            return true;
        });
        placesOf(to).stream()
                .filter(moved -> !before.contains(moved))
                .forEach(moved ->
                        put(moved, day, facts.get(moved).lastEntry().getValue().under(NOTICES.get(to.streetCode()))));
    }

    private Set<Long> placesOf(Place place) {
        return everybody().stream()
                .filter(person -> person.place().equals(place))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private void visit(long person, LocalDate day) {
        Facts now = facts.get(person).lastEntry().getValue();
        if (now.gone() || dice(person, day, 5, now.specialCare() ? 4 : 25) != 0) {
            return;
        }
        ServiceMode mode = dice(person, day, 6, 3) > 0 ? ServiceMode.VISIT : ServiceMode.PHONE;
        Contact.Outcome outcome =
                switch (dice(person, day, 7, 8)) {
                    case 0 -> Contact.Outcome.REFUSED;
                    case 1, 2 -> Contact.Outcome.NOT_HOME;
                    default -> Contact.Outcome.DONE;
                };
        Told told = new Told(person, outcome, null, outcome == Contact.Outcome.REFUSED ? "NOT_NOW" : null);
        VisitReport report = VisitReport.of(UUID.randomUUID(), List.of(told), sheet(mode, day), null);
        desk.system(() -> reports.report(report, VISITOR));
        tries.computeIfAbsent(person, key -> new ArrayList<>())
                .add(new Try(
                        day.toEpochDay(),
                        mode == ServiceMode.VISIT ? Way.HOME : Way.PHONE,
                        switch (outcome) {
                            case DONE -> Ending.SEEN;
                            case NOT_HOME -> Ending.NOBODY_HOME;
                            case REFUSED -> Ending.REFUSED;
                        }));
    }

    private static RecordSheet sheet(ServiceMode mode, LocalDate day) {
        RecordSheet visit = Sheets.on(day);
        return new RecordSheet(
                visit.residentName(),
                visit.committeeCode(),
                visit.committeeName(),
                visit.tags(),
                mode,
                null,
                visit.participants(),
                day,
                visit.hours(),
                visit.items(),
                visit.initiator(),
                null,
                visit.content());
    }

    private void put(long person, LocalDate day, Facts now) {
        facts.computeIfAbsent(person, key -> new TreeMap<>()).put(day.toEpochDay(), now);
    }

    private void compare(LocalDate asOf) {
        Set<Line> product = new HashSet<>();
        for (Ledger one : ledgers(asOf)) {
            for (LedgerLine line : one.lines()) {
                if (line.extra() == null) {
                    Owed card = Shipped.card(line.window());
                    product.add(new Line(
                            line.personId(),
                            card,
                            Shipped.verdict(line.state(), card, asOf.toEpochDay()),
                            line.done()));
                }
            }
        }
        Set<Line> reference = reference(asOf);
        assertThat(without(product, reference))
                .as("only in the ledger of %s", asOf)
                .isEmpty();
        assertThat(without(reference, product))
                .as("only in the reference of %s", asOf)
                .isEmpty();
    }

    private void compareFigures() {
        int[] figures = new int[6];
        for (Ledger one : ledgers(LAST)) {
            Ledger.Totals totals = one.totals();
            figures[0] += totals.owed();
            figures[1] += totals.done();
            figures[2] += totals.met();
            figures[3] += totals.missed();
            figures[4] += totals.attempted();
            figures[5] += totals.cancelled();
        }
        Set<Line> reference = reference(LAST);
        assertThat(figures)
                .as("owed, done, met, missed, attempted, cancelled")
                .containsExactly(
                        reference.stream()
                                .filter(line -> line.verdict() != Verdict.CANCELLED)
                                .mapToInt(line -> line.owed().promise().count())
                                .sum(),
                        reference.stream()
                                .filter(line -> line.verdict() != Verdict.CANCELLED)
                                .mapToInt(Line::done)
                                .sum(),
                        count(reference, Verdict.MET),
                        count(reference, Verdict.MISSED),
                        count(reference, Verdict.ATTEMPTED),
                        count(reference, Verdict.CANCELLED));
        assertThat(figures).as("the year has some of each").doesNotContain(0);
    }

    private static int count(Set<Line> lines, Verdict verdict) {
        return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    private List<Ledger> ledgers(LocalDate asOf) {
        List<Ledger> all = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (String street : DemoNetwork.STREETS) {
            places.add(network.place(street));
            network.pointsOf(street).forEach(point -> places.add(network.place(point.code())));
        }
        for (Place place : places) {
            for (YearMonth month = YearMonth.from(FIRST); !month.isAfter(LAST_MONTH); month = month.plusMonths(1)) {
                YearMonth asked = month;
                all.add(desk.system(() -> ledger.of(place, asked, asOf)));
            }
        }
        return all;
    }

    private Set<Line> reference(LocalDate asOf) {
        long until = asOf.toEpochDay() + 1;
        Set<Line> lines = new HashSet<>();
        facts.forEach((person, told) -> {
            NavigableMap<Long, Facts> known = known(told, deaths.get(person), asOf);
            List<Try> theirs = tries.getOrDefault(person, List.of()).stream()
                    .filter(one -> one.on() < until)
                    .toList();
            List<Owed> cards =
                    Cards.keep(FIRST.toEpochDay(), until, day -> demand(known, day), DistrictYearTest::isNode);
            for (Owed card : cards) {
                int seen = Math.min(card.promise().count(), Verdict.seen(card, theirs, asOf.toEpochDay()));
                lines.add(new Line(person, card, Verdict.of(card, theirs, asOf.toEpochDay()), seen));
            }
        });
        return lines;
    }

    /** Nobody who is dead owes a visit from the day of the death on, once it is told. */
    private static NavigableMap<Long, Facts> known(
            NavigableMap<Long, Facts> told, @Nullable Death death, LocalDate asOf) {
        if (death == null || death.told().isAfter(asOf)) {
            return told;
        }
        NavigableMap<Long, Facts> known = new TreeMap<>(told.headMap(death.on().toEpochDay(), true));
        known.put(death.on().toEpochDay(), known.lastEntry().getValue().gone(true));
        return known;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Demand demand(NavigableMap<Long, Facts> known, long day) {
        Facts today = known.floorEntry(day).getValue();
        NoticeTier tier = NoticeTier.of(today, day);
        return Demand.of(today.notice(), tier);
    }

    private static boolean isNode(long day) {
        for (LocalDate[] node : NODES) {
            if (node[0].toEpochDay() <= day && day <= node[1].toEpochDay()) {
                return true;
            }
        }
        return false;
    }

    private static List<Line> without(Set<Line> some, Set<Line> others) {
        return some.stream().filter(line -> !others.contains(line)).limit(10).toList();
    }

    private static PersonDetails caredFor(PersonDetails d, boolean special) {
        return new PersonDetails(
                d.categories(),
                d.supportMode(),
                d.hukouKind(),
                d.hukouAddress(),
                d.maritalStatus(),
                d.employment(),
                d.severeIllness(),
                d.severeIllnessOn(),
                d.disabilityKind(),
                d.disabilityGrade(),
                d.selfCare(),
                d.guardian(),
                special,
                d.illnessAlertOn(),
                d.extraTier(),
                d.hukouCommittee(),
                d.residenceAddress(),
                d.disabilityCertificate(),
                d.policyFind());
    }
}
