package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.VisitRounds;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

/** A visit saved by a slip is taken back: the record stays to be read, the credit is gone, the visit is owed again. */
@JiuzhuTest
@Import(PointDay.class)
class VisitUndoTest {

    @Autowired
    MockMvcTester pages;

    @Autowired
    PointDay day;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    long zhao;

    @Autowired
    VisitRounds rounds;

    @Autowired
    Timers timers;

    @BeforeEach
    void owedInJuly() {
        zhao = day.home("样板路 88 弄", "12 号 301 室", "赵示例").get(0);
        day.visiting().owed(zhao, Tier.HIGH, Per.MONTH, LocalDate.of(2026, 7, 1));
        desk.system(() -> jdbc.update("update visit_window set started_at = now()"));
    }

    @Test
    void aSlipIsTakenBackAndTheVisitIsOwedAgain() {
        var told = PointDay.told(zhao, "NO_CHANGE", zhao);
        told.set("back", "/today?show=done");
        assertThat(save(told, "lin.shiyong"))
                .flash()
                .containsEntry("toastUndo", "/today/undo?request=" + request(told) + "&back=%2Ftoday%3Fshow%3Ddone");
        assertThat(window()).isEqualTo("1 MET started");

        var undone = undo(told, "lin.shiyong");

        assertThat(undone).hasRedirectedUrl("/today?show=done").flash().containsEntry("toast", "已撤销，走访重新列为要做的。");
        assertThat(window()).isEqualTo("0 open to be started");
        desk.system(() -> {
            rounds.request(Kind.HAND, Actor.machine(Actor.SYSTEM));
            return true;
        });
        timers.runAsync();
        assertThat(desk.openKeys()).as("the next round").containsExactly("userTask_conductVisit");
        assertThat(PointDay.names(day.read("/today?show=done", "lin.shiyong"))).isEmpty();
        assertThat(day.read("/records/2", "lin.shiyong")).contains("不再计入走访", "第 2 版（已撤销）", "记错了，保存后马上撤销");
    }

    @Test
    void takenBackTwiceIsTakenBackOnce() {
        var told = saved("NO_CHANGE");

        undo(told, "lin.shiyong");
        assertThat(undo(told, "lin.shiyong")).hasRedirectedUrl("/today");

        assertThat(count("service_record")).isEqualTo(2);
        assertThat(window()).startsWith("0 open");
    }

    @Test
    void theSameFormSentAgainAfterwardsIsNotTakenForAVisit() {
        var told = saved("NO_CHANGE");
        undo(told, "lin.shiyong");

        assertThat(save(told, "lin.shiyong")).hasStatus(409).bodyText().contains("这份记录已经撤销了");
        assertThat(window()).startsWith("0 open");
    }

    @Test
    void theCreditOfAWindowThatHasEndedMeanwhileIsTakenBackToo() {
        clock.set("2026-07-31T23:59:40");
        var told = PointDay.told(zhao, "NO_CHANGE", zhao);
        told.set("servedOn", "2026-07-31");
        save(told, "lin.shiyong");
        clock.set("2026-08-01T00:00:10");

        undo(told, "lin.shiyong");

        assertThat(day.read("/today?show=late", "lin.shiyong")).contains("赵示例", "本期未访");
    }

    @Test
    void nobodyTakesBackWhatAnotherSaved() {
        var told = saved("NO_CHANGE");

        assertThat(undo(told, "he.yanlian")).hasStatus(404);
        assertThat(window()).isEqualTo("1 MET started");
    }

    @Test
    void afterAMinuteItIsCorrectedAndNoMoreTakenBack() {
        var told = saved("NO_CHANGE");
        clock.set("2026-07-06T09:31:01");

        assertThat(undo(told, "lin.shiyong"))
                .flash()
                .extracting("toast")
                .asString()
                .startsWith("已经过了撤销的时间");
        assertThat(window()).isEqualTo("1 MET started");
    }

    @Test
    void whatOthersWereToldOfIsNotTakenBack() {
        var changed = PointDay.told(zhao, "CHANGED", zhao);
        assertThat(save(changed, "lin.shiyong")).flash().doesNotContainKey("toastUndo");

        assertThat(undo(changed, "lin.shiyong"))
                .flash()
                .extracting("toast")
                .asString()
                .startsWith("这次的情况已经报告给别人");
        assertThat(window()).isEqualTo("1 MET started");
    }

    @Test
    void aTryInVainIsTakenBackUnlessItEndedTheSearch() {
        day.contact(zhao, "2026-07-02", "VISIT", "NOT_HOME");
        var second = PointDay.told(zhao, "NOT_HOME", zhao);
        second.set("servedOn", "2026-07-03");
        save(second, "lin.shiyong");
        undo(second, "lin.shiyong");
        assertThat(count("visit_contact where withdrawn_at is null")).isEqualTo(1);

        day.contact(zhao, "2026-07-04", "VISIT", "NOT_HOME");
        day.contact(zhao, "2026-07-05", "VISIT", "NOT_HOME");
        clock.set("2026-08-01T09:30:00");
        var late = PointDay.told(zhao, "NOT_HOME", zhao);
        late.set("servedOn", "2026-07-30");
        late.set("seen", "99");
        assertThat(save(late, "lin.shiyong"))
                .as("the window is over, and this try says why")
                .flash()
                .doesNotContainKey("toastUndo");
        undo(late, "lin.shiyong");
        assertThat(window()).isEqualTo("0 EXPLAINED started");
        assertThat(count("visit_contact where withdrawn_at is null")).isEqualTo(4);
    }

    @Test
    void theTryThatCallsThePointLeadStandsAndALaterOneCanBeTakenBack() {
        day.contact(zhao, "2026-07-02", "VISIT", "NOT_HOME");
        day.contact(zhao, "2026-07-03", "VISIT", "NOT_HOME");
        var third = PointDay.told(zhao, "NOT_HOME", zhao);
        third.set("servedOn", "2026-07-05");
        third.set("seen", "99");
        assertThat(save(third, "lin.shiyong")).flash().doesNotContainKey("toastUndo");
        undo(third, "lin.shiyong");
        assertThat(count("visit_contact where withdrawn_at is null")).isEqualTo(3);

        var fourth = PointDay.told(zhao, "NOT_HOME", zhao);
        fourth.set("servedOn", "2026-07-06");
        fourth.set("seen", "99");
        assertThat(save(fourth, "lin.shiyong")).flash().containsKey("toastUndo");
        undo(fourth, "lin.shiyong");
        assertThat(count("visit_contact where withdrawn_at is null")).isEqualTo(3);
    }

    private LinkedMultiValueMap<String, String> saved(String outcome) {
        var told = PointDay.told(zhao, outcome, zhao);
        assertThat(save(told, "lin.shiyong")).hasStatus3xxRedirection();
        return told;
    }

    private MvcTestResult save(LinkedMultiValueMap<String, String> told, String username) {
        return pages.post()
                .uri("/today/record")
                .params(told)
                .with(PointDay.consultant(username))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult undo(LinkedMultiValueMap<String, String> told, String username) {
        return pages.post()
                .uri("/today/undo")
                .param("request", request(told))
                .param("back", told.containsKey("back") ? told.getFirst("back") : "/today")
                .with(PointDay.consultant(username))
                .with(csrf())
                .exchange();
    }

    private static String request(LinkedMultiValueMap<String, String> told) {
        return UUID.fromString(told.getFirst("request")).toString();
    }

    private String window() {
        List<String> windows = desk.system(() -> jdbc.queryForList(
                """
                select done || ' ' || coalesce(settled_as, 'open')
                  || case when started_at is null then ' to be started' else ' started' end
                from visit_window where start_on = '2026-07-01'
                """,
                String.class));
        assertThat(windows).hasSize(1);
        return windows.get(0);
    }

    private long count(String rows) {
        return desk.<Long>system(() -> jdbc.queryForObject("select count(*) from " + rows, Long.class));
    }
}
