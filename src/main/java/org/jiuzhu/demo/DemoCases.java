package org.jiuzhu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.workflow.EngineClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's cases, made by driving the real processes: one at each user task, three overdue, five closed. */
@Component
public class DemoCases {

    /** The tasks of a case in the order of its life; one case is left standing at each. */
    private static final List<String> CASE_TASKS = List.of(
            "verifyLead",
            "giveNoticeAndConsent",
            "conductHomeSurvey",
            "scoreRisk",
            "reviewAssessment",
            "draftServicePlan",
            "confirmPlanWithHousehold",
            "proposeReferral",
            "acceptReferral",
            "deliverService",
            "submitOutcome",
            "confirmOutcome",
            "followUp",
            "closeCase");

    /** With the emergency, which is due at once, the three that are overdue. */
    private static final List<String> OVERDUE = List.of("verifyLead", "conductHomeSurvey");

    private static final int CLOSED = 5;

    /** Workdays before the first start at which an overdue case, and a closed one, began. */
    private static final int OVERDUE_BEGAN = 12;

    private static final int CLOSED_BEGAN = 30;
    private static final int HOUR = 10;

    private final LeadIntake intake;
    private final DemoChanges changes;
    private final Journey journey;
    private final DemoPeople people;
    private final People register;
    private final EngineClock engine;
    private final WorkCalendar calendar;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCases(
            LeadIntake intake,
            DemoChanges changes,
            Journey journey,
            DemoPeople people,
            People register,
            EngineClock engine,
            WorkCalendar calendar,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.intake = intake;
        this.changes = changes;
        this.journey = journey;
        this.people = people;
        this.register = register;
        this.engine = engine;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One story: when it began, and how far it goes; {@code until} is empty for a closed case. */
    private record Story(int workdaysAgo, LeadSource source, Said said, Safety safety, String until, Route route) {}

    /** Tells every story, oldest first, each at its own time; afterwards the clock is where it was. */
    public void seed() {
        Instant before = clock.instant();
        Duration offset = Duration.between(Clock.systemUTC().instant(), before);
        try {
            stories().stream()
                    .sorted(Comparator.comparing(Story::workdaysAgo).reversed())
                    .forEach(story -> tell(story, before));
            engine.walkTo(before, this::stand);
            changes.report();
        } finally {
            engine.setOffset(offset.abs().toSeconds() < 1 ? Duration.ZERO : offset);
        }
    }

    private void tell(Story story, Instant now) {
        Instant begin = story.workdaysAgo() == 0
                ? now
                : calendar.addWorkdays(LocalDate.ofInstant(now, WorkCalendar.ZONE), -story.workdaysAgo())
                        .atTime(HOUR, 0)
                        .atZone(WorkCalendar.ZONE)
                        .toInstant();
        if (begin.isBefore(clock.instant())) {
            stand(begin);
        } else {
            engine.walkTo(begin, this::stand);
        }
        boolean hotline = story.source() == LeadSource.HOTLINE_12345;
        Actor by = hotline ? Actor.machine("hotline12345") : named("lin.shiyong");
        String number = intake.receive(
                        new NewLead(
                                story.source(),
                                hotline ? "DEMO-" + story.workdaysAgo() + "-" + story.until() : null,
                                null,
                                null,
                                "家里药费多，日子紧，希望有人来看看。",
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

    private void stand(Instant moment) {
        engine.setOffset(Duration.between(Clock.systemUTC().instant(), moment));
    }

    private List<Story> stories() {
        List<Said> known = heads();
        Iterator<Said> heads = known.iterator();
        List<Story> stories = new ArrayList<>();
        for (int n = 0; n < CLOSED; n++) {
            stories.add(known(CLOSED_BEGAN + n, n % 2 == 0, heads.next(), "", Route.CASE));
        }
        for (String task : OVERDUE) {
            stories.add(known(OVERDUE_BEGAN, true, heads.next(), task, Route.CASE));
        }
        for (String task : CASE_TASKS) {
            stories.add(known(1, heads.hasNext() && task.length() % 2 == 0, heads.next(), task, Route.CASE));
        }
        stories.add(known(2, false, heads.next(), "conveneConference", Route.DECLINED_TWICE));
        stories.add(known(2, false, heads.next(), "recordConference", Route.DECLINED_TWICE));
        Said twin = known.get(0);
        stories.add(lead(
                new Said(twin.name(), null, twin.phone(), DemoNetwork.HEMING, null, null, null),
                Safety.UNKNOWN,
                "reviewDuplicate",
                Route.CASE));
        stories.add(lead(said("宋尚待"), Safety.UNKNOWN, "triageLead", Route.CASE));
        stories.add(lead(said("康急例"), new Safety(true, null, null, null), "emergencyResponse", Route.CASE));
        stories.add(lead(said("严转例"), Safety.UNKNOWN, "transferLead", Route.lead("TRANSFER")));
        stories.add(lead(said("金问例"), Safety.UNKNOWN, "answerEnquiry", Route.lead("ENQUIRY")));
        stories.add(lead(said("毕虚例"), Safety.UNKNOWN, "confirmUnfounded", Route.lead("UNFOUNDED")));
        return stories;
    }

    private static Story known(int workdaysAgo, boolean hotline, Said said, String until, Route route) {
        LeadSource source = hotline ? LeadSource.HOTLINE_12345 : LeadSource.CONSULTANT_FINDING;
        return new Story(workdaysAgo, source, said, Safety.UNKNOWN, until, route);
    }

    private static Story lead(Said said, Safety safety, String until, Route route) {
        return new Story(0, LeadSource.HOTLINE_12345, said, safety, until, route);
    }

    private static Said said(String name) {
        return new Said(name, null, null, DemoNetwork.HEMING, null, null, null);
    }

    /** The heads of the demo's households who have an ID number, in the order of the households' numbers. */
    private List<Said> heads() {
        return DataScope.system("demo")
                .call(() -> transaction.execute(status ->
                        jdbc.queryForList("select head_person_id from household order by number", Long.class).stream()
                                .map(register::get)
                                .map(DemoCases::known)
                                .filter(said -> said.idNumber() != null)
                                .toList()));
    }

    private static Said known(Person person) {
        return new Said(
                person.name(), person.idNumber(), person.phone(), person.place().pointCode(), null, null, null);
    }

    private Actor named(String username) {
        return DataScope.system("demo").call(() -> transaction.execute(status -> people.named(username)));
    }
}
