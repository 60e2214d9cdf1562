package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.network.VisitMandates;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.Visits;
import org.jiuzhu.visit.WindowSettled.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * 孟体验 is a volunteer of 鹤鸣居委 and visits there (SJ 三(一)); 启明 is entrusted with the visits of
 * 竹溪居委. The day tells them what each visit needs.
 */
@JiuzhuTest
@Import({PointDay.class, Visits.class})
class EntrustedDayTest {

    private static final RequestPostProcessor SHAO = user("shao.moni").roles("ngoWorker");
    private static final RequestPostProcessor MENG = user("meng.tiyan").roles("otherVisitor");

    @Autowired
    PointDay day;

    @Autowired
    Visits visits;

    @Autowired
    VisitMandates mandates;

    @Autowired
    MockMvcTester pages;

    @Autowired
    Homes homes;

    @Autowired
    Households households;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    Household zhao;

    @BeforeEach
    void aVisitIsOfferedToTheCommittee() {
        zhao = owed(Actors.POINT, "赵示例", "999999195003120026");
    }

    @Test
    void aVolunteerSeesWhomToVisitWhereAndUntilWhen() {
        String page = day.read("/today", MENG);

        assertThat(PointDay.names(page)).containsExactly("赵示例");
        assertThat(page)
                .contains("样板路 1 弄 2 号", "301 室", "还有 2 天", "还没有走访记录", "href=\"/tasks/" + task(zhao) + "\"", "今日走访");
    }

    @Test
    void whatAVisitDoesNotNeedIsNotTold() {
        String page = day.read("/today", MENG);

        assertThat(page)
                .doesNotContain(
                        "高风险", "每月 1 次", "/people/", "/records", "/today/record", "999999195003120026", "13800000026");
    }

    @Test
    void whatToKnowAtTheDoorIsTold() {
        DataScope.system("test").run(() -> households.flag(zhao.id(), Set.of(SafetyFlag.DOG)));

        assertThat(day.read("/today", MENG)).contains("家中有狗、请先签到", "进门签到");
    }

    @Test
    void aVolunteerChecksInAtAFlaggedDoorAndOutAgain() {
        DataScope.system("test").run(() -> households.flag(zhao.id(), Set.of(SafetyFlag.DOG)));

        assertThat(checkIn(zhao)).hasStatus3xxRedirection().hasRedirectedUrl("/today");

        assertThat(day.read("/today", MENG)).contains("您 9月28日 09:12 在样板路 1 弄 2 号 301 室签到", "出门签退");
        assertThat(day.read("/today", "lin.shiyong")).contains("孟体验 9月28日 09:12 在样板路 1 弄 2 号 301 室签到");

        assertThat(pages.post().uri("/today/stay/out").with(MENG).with(csrf())).hasStatus3xxRedirection();
        assertThat(day.read("/today", MENG)).doesNotContain("出门签退");
    }

    @Test
    void aVolunteerWhoDoesNotComeOutIsLookedAfterByThePoint() {
        checkIn(zhao);

        timers.fire("timer_checkOutMissed");

        assertThat(desk.tasks("lookAfterVisitor")).hasSize(1);
        assertThat(day.read("/today", MENG)).contains("请马上签退");
    }

    @Test
    void atADoorThatIsNotEntrustedNobodyChecksIn() {
        Household other = owed(Actors.OTHER_POINT, "钱演示", "999999196104060127");

        assertThat(checkIn(other)).hasStatus(404);
    }

    private MvcTestResult checkIn(Household home) {
        return pages.post()
                .uri("/today/stay")
                .param("person", String.valueOf(home.headPersonId()))
                .with(MENG)
                .with(csrf())
                .exchange();
    }

    @Test
    void nobodyElsesVisitsAreShown() {
        owed(Actors.OTHER_POINT, "钱演示", "999999196104060127");
        desk.claim(task(zhao), Actors.pointConsultant());

        assertThat(PointDay.names(day.read("/today", MENG)))
                .as("one is at another committee, one is in a consultant's hands")
                .isEmpty();
        assertThat(PointDay.names(day.read("/today", "lin.shiyong"))).containsExactly("赵示例");
    }

    @Test
    void aProfessionalPointSeesTheVisitsItIsEntrustedWithAndNothingElse() {
        Household qian = owed(DemoNetwork.ZHUXI, "钱演示", "999999196104060127");

        assertThat(PointDay.names(day.read("/today", SHAO))).containsExactly("钱演示");
        assertThat(PointDay.names(day.read("/today", user("jiang.jiading").roles("ngoWorker"))))
                .isEmpty();
        assertThat(desk.rowsSeenIn(new DataScope(Level.NGO, Actors.NGO_1))).isEqualTo(Map.of("work_item", 1L));
        assertThat(day.read("/tasks", SHAO)).contains("钱演示").doesNotContain("赵示例");
        assertThat(day.read("/tasks/" + task(qian), SHAO))
                .contains("钱演示", "138****0026", "您看到的，是这次走访够用的部分")
                .doesNotContain("999999196104060127", "/people/", "赵示例");
        assertThat(pages.get().uri("/people/" + qian.headPersonId()).with(SHAO)).hasStatus(404);
    }

    @Test
    void whatAProfessionalPointTellsCountsAsAnybodysVisit() {
        Household qian = owed(DemoNetwork.ZHUXI, "钱演示", "999999196104060127");

        desk.completeTask(
                task(qian),
                Actors.at("shao.moni", "邵模拟", Actors.NGO_1, "ngoWorker"),
                Visits.met("2026-09-28", "VISIT"));

        assertThat(visits.settledAs(visits.of(qian).get(0))).isEqualTo(As.MET);
        assertThat(PointDay.names(day.read("/today", SHAO))).isEmpty();
    }

    @Test
    void whenItEndsWhatIsOpenGoesBackAtOnce() {
        Household qian = owed(DemoNetwork.ZHUXI, "钱演示", "999999196104060127");
        desk.claim(task(qian), Actors.at("shao.moni", "邵模拟", Actors.NGO_1, "ngoWorker"));

        mandates.end(Actors.NGO_1, DemoNetwork.ZHUXI, Actors.stationLead());

        assertThat(PointDay.names(day.read("/today", SHAO))).isEmpty();
        assertThat(desk.rowsSeenIn(new DataScope(Level.NGO, Actors.NGO_1))).isEmpty();
        desk.claim(task(qian), Actors.at("zhu.yangli", "朱样例", DemoNetwork.ZHUXI, "pointConsultant"));
    }

    private Household owed(String point, String name, String idNumber) {
        clock.set("2026-09-03T09:00:00");
        Household home = homes.ofOne(point, name, idNumber, "13800000026");
        visits.owe(home, LocalDate.of(2026, 9, 3), Tier.HIGH, Per.MONTH, 1);
        visits.of(home).forEach(visits::start);
        clock.set("2026-09-28T09:12:00");
        return home;
    }

    private String task(Household home) {
        return visits.taskOf(visits.of(home).get(0), "conductVisit");
    }
}
