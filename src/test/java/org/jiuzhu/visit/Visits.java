package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.household.Household;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Deadlines;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Desk;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.visit.WindowSettled.As;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Residents with a plan, their windows, and what visitors write about them. */
public class Visits {

    private static final Actor ENGINE = Actor.machine(Actor.SYSTEM);

    private final VisitPlans plans;
    private final VisitWindows windows;
    private final WindowOpening opening;
    private final Deadlines deadlines;
    private final RuntimeService runtime;
    private final Desk desk;
    private final JdbcTemplate jdbc;

    Visits(
            VisitPlans plans,
            VisitWindows windows,
            WindowOpening opening,
            Deadlines deadlines,
            RuntimeService runtime,
            Desk desk,
            JdbcTemplate jdbc) {
        this.plans = plans;
        this.windows = windows;
        this.opening = opening;
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** From this day on the head of the household is owed so many visits per period. */
    public void owe(Household home, LocalDate from, Tier tier, Per per, int count) {
        var step =
                new PlanStep(from, List.of(new Duty(per, count, Channels.HOME_PHONE_VIDEO, false)), List.of(), "TIER");
        plans.change(home.headPersonId(), change(step, tier, home.place()), ENGINE);
    }

    public void cancel(Household home, LocalDate from, String reason) {
        var step = PlanStep.end(from, reason);
        plans.change(home.headPersonId(), change(step, Tier.NONE, home.place()), ENGINE);
    }

    private static VisitPlans.Change change(PlanStep step, Tier tier, Place place) {
        return new VisitPlans.Change(step, tier, "test", "songjiang", "visit-tier:1 visit-cadence:1", place);
    }

    /** The windows in which the head of a household is owed visits, in their order. */
    public List<Stored> of(Household home) {
        return desk.system(() -> jdbc
                .queryForList(
                        "select id from visit_window where person_id = ? order by start_on, id",
                        Long.class,
                        home.headPersonId())
                .stream()
                .map(windows::get)
                .filter(window -> window.window().closing() == null)
                .toList());
    }

    /** Opens what begins until this day, as a round does. */
    public void open(LocalDate today) {
        desk.system(() -> opening.openChunk(today, 100));
    }

    /** Opens what begins on this day, and starts the newest window's visit. */
    public Stored begins(Household home, LocalDate today) {
        open(today);
        List<Stored> windows = of(home);
        Stored newest = windows.get(windows.size() - 1);
        start(newest);
        return newest;
    }

    /** The open task of a window's own process. */
    public String taskOf(Stored window, String function) {
        return desk.system(() -> jdbc.queryForObject(
                "select task_id from work_item where number = ? and task_key = ?",
                String.class,
                window.number(),
                "userTask_" + function));
    }

    /** How a window stands now. */
    public DueState state(Stored window) {
        return desk.system(() -> windows.state(window.id())).state();
    }

    /** What is left to do about it, null while something is. */
    public @Nullable As settledAs(Stored window) {
        return desk.<@Nullable As>system(() -> windows.get(window.id()).settledAs());
    }

    /** Starts a window's process as a round does. */
    public ProcessInstance start(Stored window) {
        return desk.system(() -> {
            var span = window.window().span();
            Map<String, Object> variables = new HashMap<>();
            variables.put("windowId", window.id());
            variables.put("orgCode", window.place().orgCode());
            variables.put(
                    "remindAt",
                    Date.from(deadlines.visitReminder(
                            window.window().duty().per(),
                            span.start(),
                            span.end(),
                            window.place().orgCode(),
                            window.tier().name())));
            jdbc.update("update visit_window set started_at = now() where id = ?", window.id());
            return runtime.startProcessInstanceByMessage("VisitOwed", window.number(), variables);
        });
    }

    public static Map<String, Object> met(String day, String mode) {
        return answers(day, mode, Map.of("outcome", "DONE", "finding", "NO_CHANGE", "items", List.of("S51", "S21")));
    }

    public static Map<String, Object> found(String day, String finding) {
        return answers(day, "VISIT", Map.of("outcome", "DONE", "finding", finding, "items", List.of("S21")));
    }

    public static Map<String, Object> notHome(String day) {
        return answers(day, "VISIT", Map.of("outcome", "NOT_HOME"));
    }

    public static Map<String, Object> refused(String day, String reason) {
        return answers(day, "VISIT", Map.of("outcome", "REFUSED", "refusalReason", reason));
    }

    private static Map<String, Object> answers(String day, String mode, Map<String, Object> further) {
        Map<String, Object> answers = new HashMap<>(further);
        answers.put("servedOn", day);
        answers.put("serviceMode", mode);
        answers.put("hours", 0.5);
        answers.put("content", "问了近况，一切都好，没有新的困难。");
        return answers;
    }

    public static Map<String, Object> explained(String makeUpBy) {
        Map<String, Object> answers = new HashMap<>(notGoing());
        answers.put("makeUp", "YES");
        answers.put("makeUpBy", makeUpBy);
        return answers;
    }

    public static Map<String, Object> notGoing() {
        return Map.of("reason", "TOO_FEW_STAFF", "note", "国庆前后两人请假。", "makeUp", "NO");
    }
}
