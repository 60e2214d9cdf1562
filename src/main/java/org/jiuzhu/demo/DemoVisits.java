package org.jiuzhu.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Register;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.visit.NodeTemplate;
import org.jiuzhu.visit.RefusalReason;
import org.jiuzhu.visit.SpecialNodes;
import org.jiuzhu.visit.SpecialNodes.NewNode;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.jiuzhu.visit.VisitRounds;
import org.jiuzhu.workflow.EngineClock;
import org.jiuzhu.workflow.TaskDesk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The visits of the weeks before the first start: most are made, some at the second try or by telephone, some were
 * forgotten, and one household would rather not. Whose fate is which follows from the households' order.
 */
@Component
class DemoVisits {

    private static final Duration OF_DAY = Duration.ofHours(15);
    /** Of so many households one is forgotten, one not at home at first, and so on. */
    private static final int FATES = 29;

    private static final int FORGOTTEN = 3;
    private static final int NOT_HOME_AT_FIRST = 7;
    private static final int RATHER_NOT = 11;
    /** Explanations of the last days are left to whoever starts the product. */
    private static final int LEFT_OPEN = 6;

    private static final Map<NodeTemplate, String> NODES = Map.of(
            NodeTemplate.NEW_YEAR, "元旦",
            NodeTemplate.SPRING_FESTIVAL, "春节",
            NodeTemplate.NATIONAL_DAY, "国庆",
            NodeTemplate.CHARITY_WEEK, "慈善周",
            NodeTemplate.BLUE_SKY, "蓝天下的至爱");

    private static final String DUE =
            """
            select exists (select 1 from visit_owed where from_on <= ?)
              or exists (select 1 from visit_plan where review_on <= ?)
              or exists (select 1 from visit_window where task_on <= ? and started_at is null and settled_at is null
                and closed_on is null)
            """;

    private final VisitReports reports;
    private final VisitRounds rounds;
    private final SpecialNodes nodes;
    private final DoorStays stays;
    private final Register register;
    private final Network network;
    private final DemoPeople people;
    private final TaskDesk desk;
    private final EngineClock engine;
    private final WorkCalendar calendar;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoVisits(
            VisitReports reports,
            VisitRounds rounds,
            SpecialNodes nodes,
            DoorStays stays,
            Register register,
            Network network,
            DemoPeople people,
            TaskDesk desk,
            EngineClock engine,
            WorkCalendar calendar,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.reports = reports;
        this.rounds = rounds;
        this.nodes = nodes;
        this.stays = stays;
        this.register = register;
        this.network = network;
        this.people = people;
        this.desk = desk;
        this.engine = engine;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One owed visit, waiting. */
    private record Owed(
            long windowId,
            long personId,
            String personName,
            int household,
            String orgCode,
            String per,
            LocalDate from,
            LocalDate end,
            int tries) {}

    /** The district enters the nodes of the coming year [A]. */
    void nodes() {
        LocalDate today = LocalDate.now(clock);
        Actor district = DataScope.system("demo")
                .call(() -> transaction.execute(
                        status -> people.offeredTo(List.of("districtSupervisor:" + DemoNetwork.DISTRICT_CODE))
                                .get(0)));
        NODES.forEach((template, name) -> template.next(today, calendar).ifPresent(span -> AccessScope.of(district)
                .run(() -> transaction.executeWithoutResult(
                        status -> nodes.add(DemoNetwork.DISTRICT_CODE, node(name, span), district)))));
    }

    private static NewNode node(String name, Span span) {
        return new NewNode(name, span.start(), span.end().minusDays(1));
    }

    /** As {@link EngineClock#walkTo}, with the rounds of every midnight and the visits of every workday on the way. */
    void walkTo(Instant target, Instant firstStart, Consumer<Instant> stand) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        while (true) {
            Instant visits = day.atStartOfDay(WorkCalendar.ZONE).plus(OF_DAY).toInstant();
            if (!visits.isBefore(clock.instant()) && !visits.isAfter(target)) {
                engine.walkTo(visits, stand);
                if (calendar.isWorkday(day)) {
                    visit(day, firstStart);
                }
            }
            day = day.plusDays(1);
            Instant midnight = day.atStartOfDay(WorkCalendar.ZONE).toInstant();
            if (midnight.isAfter(target)) {
                break;
            }
            engine.walkTo(midnight, stand);
            round(day);
        }
        engine.walkTo(target, stand);
    }

    /** The night's round, where there is anything to do. */
    void round(LocalDate day) {
        Boolean due = DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.queryForObject(DUE, Boolean.class, day, day, day)));
        if (Boolean.TRUE.equals(due)) {
            DataScope.system("demo").run(() -> rounds.request(VisitRounds.Kind.DAILY, Actor.machine(Actor.SYSTEM)));
            engine.runDueJobs();
        }
    }

    private void visit(LocalDate today, Instant firstStart) {
        LocalDate start = LocalDate.ofInstant(firstStart, WorkCalendar.ZONE);
        Map<Integer, List<Owed>> homes =
                owed().stream().collect(Collectors.groupingBy(Owed::household, TreeMap::new, Collectors.toList()));
        homes.forEach((home, owed) -> {
            List<Owed> running =
                    owed.stream().filter(window -> window.end().isAfter(today)).toList();
            if (!running.isEmpty() && isGoing(running.get(0), today, start)) {
                tell(running, today, start);
            }
            owed.stream()
                    .filter(window ->
                            today.isAfter(window.end()) && window.end().isBefore(start.minusDays(LEFT_OPEN)))
                    .forEach(window -> explain(window.windowId()));
        });
    }

    private static boolean isGoing(Owed window, LocalDate today, LocalDate start) {
        if (refuses(window, start)) {
            return !today.isBefore(start.minusDays(LEFT_OPEN)) && window.tries() < 2;
        }
        return isDay(window, today) && !isForgotten(window, start);
    }

    /** One household, lately. */
    private static boolean refuses(Owed window, LocalDate start) {
        return window.household() == RATHER_NOT && window.end().isAfter(start.minusDays(LEFT_OPEN));
    }

    /** Forgotten for good, or for the last week of one household in special care. */
    private static boolean isForgotten(Owed window, LocalDate start) {
        boolean lastWeek = window.per().equals("WEEK")
                && window.household() % 2 == 0
                && ChronoUnit.DAYS.between(window.end(), start) < LEFT_OPEN;
        return window.household() % FATES == FORGOTTEN || lastWeek;
    }

    /** Spread over the period but for its last days; twice a week on Tuesday and Friday. */
    private static boolean isDay(Owed window, LocalDate today) {
        if (window.per().equals("WEEK")) {
            return today.getDayOfWeek() == DayOfWeek.TUESDAY || today.getDayOfWeek() == DayOfWeek.FRIDAY;
        }
        long days = ChronoUnit.DAYS.between(window.from(), window.end());
        long planned = window.household() * 5L % Math.max(1, days * 9 / 10);
        return !today.isBefore(window.from().plusDays(planned + window.tries()));
    }

    private void tell(List<Owed> windows, LocalDate today, LocalDate start) {
        Owed first = windows.get(0);
        Actor by = visitorOf(first.orgCode());
        Outcome outcome = outcome(first, start);
        List<Told> told = windows.stream()
                .map(Owed::personId)
                .distinct()
                .limit(outcome == Outcome.DONE ? windows.size() : 1)
                .map(person -> outcome == Outcome.DONE
                        ? Told.met(person, Finding.NO_CHANGE)
                        : new Told(
                                person,
                                outcome,
                                null,
                                outcome == Outcome.REFUSED ? RefusalReason.NOT_NOW.name() : null))
                .toList();
        ServiceMode mode = first.household() % 4 == 1 && !first.per().equals("WEEK") && outcome == Outcome.DONE
                ? ServiceMode.PHONE
                : ServiceMode.VISIT;
        UUID once = UUID.nameUUIDFromBytes(
                ("demo visit " + first.household() + " " + today).getBytes(StandardCharsets.UTF_8));
        AccessScope.of(by)
                .run(() -> transaction.executeWithoutResult(status ->
                        reports.report(VisitReport.of(once, told, sheet(first, mode, outcome, today, by), null), by)));
    }

    private static Outcome outcome(Owed window, LocalDate start) {
        if (refuses(window, start)) {
            return Outcome.REFUSED;
        }
        return window.household() % FATES == NOT_HOME_AT_FIRST && window.tries() == 0 ? Outcome.NOT_HOME : Outcome.DONE;
    }

    private RecordSheet sheet(Owed owed, ServiceMode mode, Outcome outcome, LocalDate today, Actor by) {
        return new RecordSheet(
                owed.personName(),
                owed.orgCode(),
                DataScope.system("demo").call(() -> network.unit(owed.orgCode()).name()),
                Set.of(),
                mode,
                null,
                by.displayName(),
                today,
                new BigDecimal("0.5"),
                Set.of(ServiceItem.S51),
                Initiator.CONSULTANT,
                null,
                switch (outcome) {
                    case DONE -> mode == ServiceMode.PHONE ? "电话联系，身体和生活与上次一样，没有新的需要。" : "上门看望，身体和生活与上次一样，没有新的需要。";
                    case NOT_HOME -> "上门时没有人应门，邻居说出去了，改天再来。";
                    case REFUSED -> "住户说今天不想有人上门，改天再约。";
                });
    }

    /** Whoever is first on file at the committee, else at its station. */
    private Actor visitorOf(String orgCode) {
        return DataScope.system("demo")
                .call(() -> transaction.execute(status -> people.offeredTo(List.of(
                                "pointConsultant:" + orgCode,
                                "stationConsultant:" + network.place(orgCode).streetCode()))
                        .get(0)));
    }

    /** Why nobody came, where somebody has to say so. */
    private void explain(long windowId) {
        DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.queryForList(
                        """
                        select w.task_id from work_item w join visit_window v on v.number = w.number
                        where v.id = ? and w.task_key = 'userTask_explainMissedVisit'
                        """,
                        String.class,
                        windowId)))
                .forEach(this::explainTask);
    }

    private void explainTask(String taskId) {
        Actor by = DataScope.system("demo")
                .call(() -> transaction.execute(status -> people.offeredTo(jdbc.queryForList(
                                "select group_key from work_offer where task_id = ? order by group_key",
                                String.class,
                                taskId))
                        .get(0)));
        Map<String, Object> answers = new HashMap<>(
                DemoAnswers.to("explainMissedVisit", Map.of(), Route.CASE, LocalDate.now(clock), 0, by.displayName()));
        AccessScope.of(by).run(() -> desk.complete(taskId, answers, by));
    }

    /** Somebody goes in at a flagged door and has not come out, and a committee loses a consultant on file. */
    void mishaps() {
        List<Long> behindAFlag = DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.queryForList(
                        """
                        select h.head_person_id from household h
                        where h.safety_flags <> '' and h.street_code = ? order by h.number limit 1
                        """,
                        Long.class,
                        DemoNetwork.SONGHE)));
        behindAFlag.forEach(person -> {
            String orgCode = Objects.requireNonNull(DataScope.system("demo")
                    .call(() -> transaction.execute(status -> jdbc.queryForObject(
                            "select coalesce(point_code, street_code) from person where id = ?",
                            String.class,
                            person))));
            List<Actor> visitors = DataScope.system("demo")
                    .call(() -> transaction.execute(status -> people.offeredTo(List.of("pointConsultant:" + orgCode))));
            Actor by = visitors.get(visitors.size() - 1);
            AccessScope.of(by).run(() -> transaction.executeWithoutResult(status -> stays.checkIn(person, by)));
        });
        DataScope.system("demo")
                .run(() ->
                        transaction.executeWithoutResult(status -> network.consultantsAt(DemoNetwork.FANYING).stream()
                                .filter(c -> c.filing() == Consultant.Filing.WITHDRAWN)
                                .forEach(c -> register.setFiling(c.username(), c.filing(), LocalDate.now(clock)))));
    }

    private List<Owed> owed() {
        return DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.query(
                        """
                        with home as (
                          select id, point_code, street_code, (row_number() over (order by number))::int as n from household)
                        select w.id, w.person_id, p.name, h.n, coalesce(h.point_code, h.street_code) org, w.per, w.owed_from,
                          w.end_on, (select count(*) from visit_contact c where c.person_id = w.person_id
                            and c.on_day >= w.start_on and c.withdrawn_at is null and c.outcome <> 'DONE') tries
                        from visit_window w join person p on p.id = w.person_id
                        join household_member m on m.person_id = w.person_id and m.to_on is null
                        join home h on h.id = m.household_id
                        where w.settled_at is null and w.closed_on is null and w.started_at is not null
                        order by h.n, w.end_on, m.id
                        """,
                        (row, n) -> new Owed(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getString("name"),
                                row.getInt("n"),
                                row.getString("org"),
                                row.getString("per"),
                                row.getObject("owed_from", LocalDate.class),
                                row.getObject("end_on", LocalDate.class),
                                row.getInt("tries")))));
    }
}
