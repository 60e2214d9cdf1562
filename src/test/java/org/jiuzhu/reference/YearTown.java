package org.jiuzhu.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.demo.DemoPeople;
import org.jiuzhu.network.Network;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.workflow.EngineClock;
import org.jiuzhu.workflow.TaskDesk;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's people at work: they see what their scope shows, and do what the pages let them do. */
final class YearTown {

    private final ApplicationContext product;
    private final DemoPeople people;
    private final Network network;
    private final TaskDesk desk;
    private final EngineClock engine;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Map<List<String>, List<Actor>> staff = new HashMap<>();
    private int completed;

    YearTown(ApplicationContext product) {
        this.product = product;
        people = product.getBean(DemoPeople.class);
        network = product.getBean(Network.class);
        desk = product.getBean(TaskDesk.class);
        engine = product.getBean(EngineClock.class);
        jdbc = product.getBean(JdbcTemplate.class);
        transaction = product.getBean(TransactionTemplate.class);
    }

    <T> T ask(Class<T> verb) {
        return product.getBean(verb);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** How many tasks were done. */
    int completed() {
        return completed;
    }

    <T> T system(Supplier<T> read) {
        return DataScope.system("year").call(() -> transaction.execute(status -> read.get()));
    }

    /** Somebody does something in one transaction, as on one page. */
    void as(Actor by, Consumer<Actor> deed) {
        AccessScope.of(by).run(() -> transaction.executeWithoutResult(status -> deed.accept(by)));
    }

    /** Whoever is asked and may, of those on file, does the task. */
    void complete(String taskId, Map<String, ?> answers) {
        for (Actor by : offered(taskId)) {
            try {
                AccessScope.of(by).run(() -> {
                    desk.claim(taskId, by);
                    desk.complete(taskId, answers, by);
                });
                completed++;
                return;
            } catch (Refusal refused) {
                orAnother(refused);
            }
        }
        throw new AssertionError("Nobody may do " + taskId);
    }

    private List<Actor> offered(String taskId) {
        return system(() -> staff(jdbc.queryForList(
                "select group_key from work_offer where task_id = ? order by group_key", String.class, taskId)));
    }

    /** The task of a process that is open now. */
    String taskOf(String number, String function) {
        return system(() -> jdbc.queryForObject(
                "select task_id from work_item where number = ? and task_key = ?",
                String.class,
                number,
                "userTask_" + function));
    }

    /** Whoever visits at a committee does something: its own people first, then the station's; never a relative. */
    void visitor(String orgCode, Consumer<Actor> deed) {
        for (Actor by : system(() -> visitors(orgCode))) {
            try {
                as(by, deed);
                return;
            } catch (Refusal refused) {
                orAnother(refused);
            }
        }
        throw new AssertionError("Nobody may visit at " + orgCode);
    }

    /** Who is not shown it, or may not have it, leaves it to the next. */
    private static void orAnother(Refusal refused) {
        if (refused.kind() != Refusal.Kind.NOT_FOUND && refused.kind() != Refusal.Kind.FORBIDDEN) {
            throw refused;
        }
    }

    private List<Actor> visitors(String orgCode) {
        return staff(List.of(
                "pointConsultant:" + orgCode,
                "stationConsultant:" + network.place(orgCode).streetCode()));
    }

    Actor stationConsultantOf(String streetCode) {
        return system(() -> staff(List.of("stationConsultant:" + streetCode)).get(0));
    }

    private List<Actor> staff(List<String> groups) {
        return staff.computeIfAbsent(groups, people::offeredTo);
    }

    /** What a deed has started and what needs no date runs now. */
    void settle() {
        engine.runDueJobs();
    }

    RecordSheet sheet(String name, String orgCode, ServiceMode mode, LocalDate on, Actor by) {
        return new RecordSheet(
                name,
                orgCode,
                system(() -> network.unit(orgCode).name()),
                Set.of(),
                mode,
                mode == ServiceMode.OTHER ? "在菜场遇见" : null,
                by.displayName(),
                on,
                new BigDecimal("0.5"),
                Set.of(ServiceItem.S51),
                Initiator.CONSULTANT,
                null,
                "问了近来的身体和生活，与上次一样，没有新的需要。");
    }
}
