package org.jiuzhu.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.household.Subjects;
import org.jiuzhu.network.Network;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.NewServiceRecord;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.workflow.EngineClock;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one lead along its way by doing its tasks through the desk, as those people who may. */
@Component
public class Journey {

    private static final int LONGEST = 60;

    private final TaskDesk desk;
    private final TaskHandlers handlers;
    private final ServiceRecords records;
    private final Subjects subjects;
    private final Network network;
    private final DemoPeople people;
    private final DemoResults results;
    private final EngineClock engine;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Journey(
            TaskDesk desk,
            TaskHandlers handlers,
            ServiceRecords records,
            Subjects subjects,
            Network network,
            DemoPeople people,
            DemoResults results,
            EngineClock engine,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.desk = desk;
        this.handlers = handlers;
        this.records = records;
        this.subjects = subjects;
        this.network = network;
        this.people = people;
        this.results = results;
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does task after task until the given one stands open, and leaves it there. */
    public void until(String leadNumber, String task, Route route) {
        walk(leadNumber, task, route);
        if (open(leadNumber).stream().noneMatch(o -> o.is(task))) {
            throw new IllegalStateException(leadNumber + " never came to " + task);
        }
    }

    /** Does everything there is to do. */
    public void toTheEnd(String leadNumber, Route route) {
        walk(leadNumber, "", route);
    }

    private void walk(String leadNumber, String stopAt, Route route) {
        int declined = 0;
        for (int step = 0; step < LONGEST; step++) {
            engine.runDueJobs();
            List<Open> open = open(leadNumber);
            if (open.stream().anyMatch(o -> o.is(stopAt))) {
                return;
            }
            if (open.isEmpty()) {
                if (!route.decided() || !results.grant(leadNumber)) {
                    return;
                }
                continue;
            }
            Open next = open.get(0);
            complete(next, route, declined);
            if (next.is("acceptReferral")) {
                declined++;
            }
        }
        throw new IllegalStateException(leadNumber + " goes in circles before " + stopAt);
    }

    private void complete(Open open, Route route, int declined) {
        List<Actor> offered =
                DataScope.system("demo").call(() -> transaction.execute(status -> people.offeredTo(open.groups())));
        Actor actor = offered.stream()
                .filter(candidate -> claims(open, candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo has nobody for " + open));
        AccessScope.of(actor).run(() -> {
            TaskHandler handler = handlers.of(open.taskKey());
            TaskContext context = desk.context(desk.open(open.taskId(), actor));
            if (handler.needsRecord()) {
                transaction.executeWithoutResult(status -> write(open, handler.subject(context), actor));
            }
            Map<String, Object> data = transaction.execute(status -> handler.prefill(context));
            desk.complete(
                    open.taskId(),
                    DemoAnswers.to(open.function(), data, route, LocalDate.now(clock), declined, actor.displayName()),
                    actor);
        });
    }

    /** Whoever surveyed a home may not review the survey: then the next one is asked. */
    private boolean claims(Open open, Actor candidate) {
        try {
            AccessScope.of(candidate).run(() -> desk.claim(open.taskId(), candidate));
            return true;
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN) {
                return false;
            }
            throw refused;
        }
    }

    private void write(Open open, TaskSubject about, Actor actor) {
        String committee = about.pointCode() == null ? about.streetCode() : about.pointCode();
        String resident = subjects.of(Objects.requireNonNull(about.householdId()), about.personId())
                .members()
                .get(0)
                .name();
        RecordSheet sheet = new RecordSheet(
                resident,
                committee,
                network.unit(committee).name(),
                Set.of(),
                ServiceMode.VISIT,
                null,
                actor.displayName(),
                LocalDate.now(clock),
                new BigDecimal("0.5"),
                Set.of(ServiceItem.S21, ServiceItem.S51),
                Initiator.CONSULTANT,
                null,
                "上门看望，了解近来的身体、收入和家里的情况，说明了下一步怎么办。");
        UUID once = UUID.nameUUIDFromBytes(("demo " + open.taskId()).getBytes(StandardCharsets.UTF_8));
        records.write(new NewServiceRecord(once, sheet, List.of(), about, open.taskId()), actor);
    }

    private List<Open> open(String leadNumber) {
        return DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.query(
                        """
                        select w.task_id, w.task_key, array_agg(o.group_key order by o.group_key) group_keys
                        from work_item w join work_offer o using (task_id)
                        where w.held is null and (w.lead_id = (select id from lead where number = ?)
                           or w.case_id in (select case_id from case_lead where lead_id = (select id from lead where number = ?)))
                        group by w.task_id, w.task_key, w.created_at order by w.created_at, w.task_id
                        """,
                        (row, n) -> new Open(row.getString("task_id"), row.getString("task_key"), List.of((String[])
                                row.getArray("group_keys").getArray())),
                        leadNumber,
                        leadNumber)));
    }

    private record Open(String taskId, String taskKey, List<String> groups) {

        String function() {
            return taskKey.substring("userTask_".length());
        }

        boolean is(String task) {
            return function().equals(task);
        }
    }
}
