package org.jiuzhu.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.casefile.Refusals;
import org.jiuzhu.casefile.ServiceRefusal.Reason;
import org.jiuzhu.casefile.ServiceRefusal.Said;
import org.jiuzhu.casefile.Withdrawals;
import org.jiuzhu.changereport.ChangeIntake;
import org.jiuzhu.changereport.NewChangeReport;
import org.jiuzhu.conflict.Declarations;
import org.jiuzhu.conflict.Kinship;
import org.jiuzhu.conflict.NewFiling;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.lifeevent.HouseholdMove.NewMove;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.workflow.TaskDesk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What life does in 样板区: two moves, two deaths, two refusals, a consent taken back, a change in a case, and a relative on file. */
@Component
class DemoLife {

    /** A household of several people without a case, counted from the last: no story begins there. */
    private static final String QUIET =
            """
            select h.id from household h where h.street_code = ?
              and not exists (select 1 from assistance_case c where c.household_id = h.id)
              and (select count(*) from household_member m where m.household_id = h.id and m.to_on is null) > 1
            order by h.number desc offset ? limit 1
            """;

    /** Of a consultant of 普安居委. */
    private static final NewFiling SISTER = new NewFiling("冯占位", "999999197205200103", Kinship.SIBLING, null);

    private static final String CASE_AT =
            "select case_id from work_item where task_key = ? and street_code = ? order by created_at limit 1";

    private final Moves moves;
    private final Deaths deaths;
    private final Refusals refusals;
    private final Withdrawals withdrawals;
    private final ChangeIntake changes;
    private final Declarations relatives;
    private final TaskDesk desk;
    private final DemoPeople people;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoLife(
            Moves moves,
            Deaths deaths,
            Refusals refusals,
            Withdrawals withdrawals,
            ChangeIntake changes,
            Declarations relatives,
            TaskDesk desk,
            DemoPeople people,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.moves = moves;
        this.deaths = deaths;
        this.refusals = refusals;
        this.withdrawals = withdrawals;
        this.changes = changes;
        this.relatives = relatives;
        this.desk = desk;
        this.people = people;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each of its tasks stands somewhere afterwards. */
    void happen() {
        as(DemoNetwork.YUNFAN, by -> moves.propose(quiet(DemoNetwork.YUNFAN, 0), toHeming(), by));
        finish("confirmTransferOut", Map.of());
        as(DemoNetwork.YUNFAN, by -> moves.propose(quiet(DemoNetwork.YUNFAN, 1), toHeming(), by));

        as(DemoNetwork.HANGXING, by -> died(quiet(DemoNetwork.HANGXING, 0), by));
        finish("confirmDeath", Map.of());
        as(DemoNetwork.HANGXING, by -> died(quiet(DemoNetwork.HANGXING, 1), by));

        as(DemoNetwork.ZHIXING, by -> refused(caseAt("conductHomeSurvey", DemoNetwork.ZHIXING), by));
        finish("contactRefusal", Map.of("answer", "STILL_REFUSES", "answerNote", "说自己过得去，不想别人上门。"));
        as(DemoNetwork.YUNFAN, by -> refused(caseAt("followUp", DemoNetwork.YUNFAN), by));

        as(DemoNetwork.PUHE, by -> {
            long about = caseAt("deliverService", DemoNetwork.PUHE);
            withdrawals.report(about, Consent.SHARING, today(), "不想让机构再知道家里的事。", by);
        });

        as(DemoNetwork.HANGXING, by -> changed(caseAt("verifyLead", DemoNetwork.HANGXING), by));
        finish("assessChange", Map.of("nextStep", "TELL_CASE"));

        Actor wei = DataScope.system("demo").call(() -> transaction.execute(status -> people.named("wei.shidian")));
        AccessScope.of(wei).run(() -> transaction.executeWithoutResult(status -> relatives.declare(SISTER, wei)));
    }

    private NewMove toHeming() {
        return new NewMove(DemoNetwork.HEMING, today().plusDays(30), "搬到女儿家附近，方便照顾。", "样板路 88 弄", "3 号 201 室");
    }

    private void died(long householdId, Actor by) {
        Long oldest = jdbc.queryForObject(
                """
                select m.person_id from household h
                join household_member m on m.household_id = h.id and m.to_on is null and m.person_id <> h.head_person_id
                join person p on p.id = m.person_id
                where h.id = ? order by p.birth_date limit 1
                """,
                Long.class,
                householdId);
        deaths.report(Objects.requireNonNull(oldest), today(), Source.FAMILY, "家属来居委说的。", null, by);
    }

    private void refused(long caseId, Actor by) {
        refusals.report(caseId, new Said(Reason.PRIVACY, "不想总有人上门。", today(), false), by);
    }

    private void changed(long caseId, Actor by) {
        Long person = jdbc.queryForObject("select person_id from assistance_case where id = ?", Long.class, caseId);
        changes.fromConsultant(
                new NewChangeReport(
                        "demo-case-change",
                        person,
                        null,
                        null,
                        null,
                        null,
                        ChangeKind.SUDDEN_EVENT,
                        today().minusDays(1),
                        "昨天家里水管爆了，地板泡坏，老人暂住邻居家。",
                        false),
                by);
    }

    private long quiet(String street, int nth) {
        return Objects.requireNonNull(jdbc.queryForObject(QUIET, Long.class, street, nth));
    }

    private long caseAt(String task, String street) {
        return Objects.requireNonNull(jdbc.queryForObject(CASE_AT, Long.class, "userTask_" + task, street));
    }

    /** A consultant of the station does it, in one transaction. */
    private void as(String street, Consumer<Actor> act) {
        Actor by = offered(List.of("stationConsultant:" + street));
        AccessScope.of(by).run(() -> transaction.executeWithoutResult(status -> act.accept(by)));
    }

    /** Whoever is asked first does the newest task of a kind. */
    private void finish(String task, Map<String, Object> insteadOf) {
        String taskId = Objects.requireNonNull(DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.queryForObject(
                        "select task_id from work_item where task_key = ? order by created_at desc, task_id limit 1",
                        String.class,
                        "userTask_" + task))));
        Actor by = offered(DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.queryForList(
                        "select group_key from work_offer where task_id = ? order by group_key",
                        String.class,
                        taskId))));
        Map<String, Object> answers =
                new HashMap<>(DemoAnswers.to(task, Map.of(), Route.CASE, today(), 0, by.displayName()));
        answers.putAll(insteadOf);
        AccessScope.of(by).run(() -> desk.complete(taskId, answers, by));
    }

    private Actor offered(List<String> groups) {
        return DataScope.system("demo").call(() -> transaction.execute(status -> people.offeredTo(groups))).stream()
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
