package org.jiuzhu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.demo.DemoStories.Head;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.Said;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.workflow.EngineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells {@link DemoStories} by driving the real processes. */
@Component
public class DemoCases {

    private static final int HOUR = 10;
    /** Workdays before the first start on which the register began; before every story. */
    private static final int BEGAN = 36;
    /** Longer than one may stay behind a flagged door, so that somebody is looked for. */
    private static final Duration IN_AT_THE_DOOR = Duration.ofMinutes(70);

    private final LeadIntake intake;
    private final DemoChanges changes;
    private final DemoLife life;
    private final DemoVisits visits;
    private final DemoResidents residents;
    private final Journey journey;
    private final DemoPeople people;
    private final People register;
    private final Households households;
    private final Network network;
    private final EngineClock engine;
    private final WorkCalendar calendar;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Integer> references = new HashMap<>();

    DemoCases(
            LeadIntake intake,
            DemoChanges changes,
            DemoLife life,
            DemoVisits visits,
            DemoResidents residents,
            Journey journey,
            DemoPeople people,
            People register,
            Households households,
            Network network,
            EngineClock engine,
            WorkCalendar calendar,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.intake = intake;
        this.changes = changes;
        this.life = life;
        this.visits = visits;
        this.residents = residents;
        this.journey = journey;
        this.people = people;
        this.register = register;
        this.households = households;
        this.network = network;
        this.engine = engine;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Lets the residents come onto the register some weeks ago, visits them ever since, and tells every story, oldest
     * first, each at its own time; afterwards the clock is where it was.
     */
    public void seed() {
        Instant before = clock.instant();
        Duration offset = Duration.between(Clock.systemUTC().instant(), before);
        try {
            stand(workdaysBefore(before, BEGAN));
            DataScope.system("demo")
                    .run(() ->
                            transaction.executeWithoutResult(status -> residents.seedDistrict(LocalDate.now(clock))));
            visits.nodes();
            visits.round(LocalDate.now(clock));
            List<Story> stories = new DemoStories(heads())
                    .all().stream()
                            .sorted(Comparator.comparing(Story::workdaysAgo).reversed())
                            .toList();
            stories.stream().filter(story -> story.workdaysAgo() > 0).forEach(story -> tell(story, before));
            visits.walkTo(before.minus(IN_AT_THE_DOOR), before, this::stand);
            visits.mishaps();
            stories.stream().filter(story -> story.workdaysAgo() == 0).forEach(story -> tell(story, before));
            engine.walkTo(before, this::stand);
            life.happen();
            changes.report();
        } finally {
            engine.setOffset(offset.abs().toSeconds() < 1 ? Duration.ZERO : offset);
        }
    }

    private void tell(Story story, Instant now) {
        Instant begin = story.workdaysAgo() == 0 ? now : workdaysBefore(now, story.workdaysAgo());
        visits.walkTo(begin, now, this::stand);
        boolean hotline = story.source() == LeadSource.HOTLINE_12345;
        Actor by = hotline ? Actor.machine("hotline12345") : somebodyAt(story.said());
        String number = intake.receive(
                        new NewLead(
                                story.source(),
                                reference(story.source(), begin),
                                null,
                                null,
                                story.told(),
                                hotline ? "来电人" : null,
                                null,
                                story.said(),
                                story.safety(),
                                by.orgCode(),
                                null,
                                List.of()),
                        by)
                .number();
        if (story.until().isEmpty()) {
            journey.toTheEnd(number, story.route());
        } else {
            journey.until(number, story.until(), story.route());
        }
    }

    private Instant workdaysBefore(Instant now, int workdays) {
        return calendar.addWorkdays(LocalDate.ofInstant(now, WorkCalendar.ZONE), -workdays)
                .atTime(HOUR, 0)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    private void stand(Instant moment) {
        engine.setOffset(Duration.between(Clock.systemUTC().instant(), moment));
    }

    /** The number that the source itself gave, where it gives one: its sign, the day, and which one of that day. */
    private @Nullable String reference(LeadSource source, Instant begin) {
        String sign =
                switch (source) {
                    case HOTLINE_12345 -> "GD";
                    case DEPARTMENT -> "HJ";
                    case PUSH -> "JC";
                    default -> null;
                };
        if (sign == null) {
            return null;
        }
        String day = LocalDate.ofInstant(begin, WorkCalendar.ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
        return "%s-%s-%03d".formatted(sign, day, references.merge(sign + day, 1, Integer::sum));
    }

    /**
     * The heads of the demo's households who have an ID number, in the order of the households' numbers in 松鹤; in every
     * other street its points take turns.
     */
    private List<Head> heads() {
        return DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc
                        .queryForList(
                                """
                                select id from household order by case when street_code = ? then 0
                                  else row_number() over (partition by point_code order by number) end, number
                                """,
                                Long.class,
                                DemoNetwork.SONGHE)
                        .stream()
                        .map(households::get)
                        .map(this::head)
                        .filter(head -> head.said().idNumber() != null)
                        .toList()));
    }

    private Head head(Household household) {
        Person person = register.get(household.headPersonId());
        Said said = new Said(
                person.name(), person.idNumber(), person.phone(), person.place().pointCode(), null, null, null);
        return new Head(said, person.place().streetCode(), Trouble.of(person.details(), household.safetyFlags()));
    }

    /** Whoever would have heard of it: a consultant of the committee, or of the station where the committee has none. */
    private Actor somebodyAt(Said said) {
        String point = Objects.requireNonNull(said.committeeCode());
        return DataScope.system("demo")
                .call(() -> transaction.execute(status -> Stream.of(
                                "pointConsultant:" + point,
                                "stationConsultant:" + network.place(point).streetCode())
                        .flatMap(group -> people.offeredTo(List.of(group)).stream())
                        .findFirst()
                        .orElseThrow()));
    }
}
