package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.support.Actors.OTHER_POINT;
import static org.jiuzhu.support.Actors.POINT;
import static org.jiuzhu.visit.web.PointDay.names;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The consultant's day: what is late, what is due, what lies on the way, and nobody else's. */
@JiuzhuTest
@Import(PointDay.class)
class TodayPagesTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 3);

    @Autowired
    MockMvcTester pages;

    @Autowired
    Households households;

    @Autowired
    PointDay day;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aMondayInSeptember() {
        clock.set("2026-09-28T09:12:00");
    }

    @Test
    void homesStandInTheOrderOfTheRouteAndNeighboursAreOnTheWay() {
        owed(home("样板路 88 弄", "12 号 504 室", "褚样例"), Tier.GENERAL, Per.HALF_YEAR);
        owed(home("样板路 88 弄", "9 号 102 室", "沈假设"), Tier.HIGH, Per.MONTH);
        owed(home("样板路 88 弄", "12 号 301 室", "赵示例", "钱演示"), Tier.HIGH, Per.MONTH);
        owed(home("示范路 6 弄", "1 号 403 室", "吴样图"), Tier.GENERAL, Per.HALF_YEAR);

        String page = read("/today", POINT);

        assertThat(names(page)).containsExactly("沈假设", "赵示例", "钱演示", "褚样例");
        assertThat(page)
                .contains("9月28日 星期一", "9月30日 前还有 2 户要走访，另有 1 户顺路。", "样板路 88 弄 12 号", "2 户，一次走完")
                .contains("还有 2 天", "高风险·每月 1 次", "顺路，可以一起看看", "本期 9月1日至9月30日")
                .doesNotContain("吴样图");
        assertThat(names(read("/today?show=later", POINT))).containsExactly("褚样例", "吴样图");
    }

    @Test
    void byDueDayWhatIsLateComesFirstAndSpecialCareBeforeOthers() {
        clock.set("2026-10-12T09:00:00");
        owed(home("样板路 88 弄", "1 号 101 室", "赵示例"), Tier.GENERAL, Per.WEEK);
        owed(home("样板路 88 弄", "2 号 101 室", "蔡拟名"), Tier.SPECIAL, Per.WEEK);
        owed(home("样板路 88 弄", "3 号 101 室", "周样张"), Tier.HIGH, Per.MONTH);
        settle("赵示例", LocalDate.of(2026, 10, 12));
        settle("蔡拟名", LocalDate.of(2026, 10, 12));

        String page = read("/today?order=due", POINT);

        assertThat(names(page)).containsExactly("周样张", "蔡拟名", "赵示例");
        assertThat(page).contains("已过期", "近日到期", "本期未访", "1 户上期没有走访到");
        assertThat(names(read("/today", POINT))).startsWith("蔡拟名");
        assertThat(names(read("/today?show=late", POINT))).containsExactly("周样张");
    }

    @Test
    void whatWasTriedIsToldAndWhatIsDoneLeavesTheList() {
        long zhao = home("样板路 88 弄", "1 号 101 室", "赵示例").get(0);
        long cai = home("样板路 88 弄", "2 号 101 室", "蔡拟名").get(0);
        owed(List.of(zhao, cai), Tier.HIGH, Per.MONTH);
        day.contact(zhao, "2026-09-24", "VISIT", "NOT_HOME");
        day.contact(cai, "2026-08-19", "VISIT", "DONE");
        day.contact(cai, "2026-09-25", "PHONE", "DONE");

        String page = read("/today", POINT);
        assertThat(names(page)).containsExactly("赵示例");
        assertThat(page).contains("9月24日 上门没有遇到人", "还没有走访记录", "已完成 1");

        String done = read("/today?show=done", POINT);
        assertThat(names(done)).containsExactly("蔡拟名");
        assertThat(done).contains("上次 9月25日 电话", "已完成", "/people/" + cai + "#visits");
    }

    @Test
    void severalOwedInAPeriodAreCounted() {
        long zhao = home("样板路 88 弄", "1 号 101 室", "赵示例").get(0);
        day.visiting()
                .owed(
                        zhao,
                        Tier.SPECIAL,
                        LocalDate.of(2026, 9, 28),
                        new Duty(Per.WEEK, 2, Channels.HOME, true),
                        new Duty(Per.DAY, 1, Channels.ANY, true));
        day.contact(zhao, "2026-09-28", "PHONE", "DONE");

        assertThat(read("/today", POINT)).contains("特殊关爱·每周 2 次", "本周", "0/2 次").doesNotContain("还有 0 天");
        assertThat(read("/today?show=done", POINT)).contains("特殊关爱·每日 1 次");
    }

    @Test
    void whatToKnowBeforeTheDoorOpensStandsAtTheDoor() {
        long zhao = home("样板路 88 弄", "1 号 101 室", "赵示例").get(0);
        owed(List.of(zhao), Tier.HIGH, Per.MONTH);
        DataScope.system("test")
                .run(() -> households.flag(households.householdOf(zhao), Set.of(SafetyFlag.DOG, SafetyFlag.CONFLICT)));

        assertThat(read("/today", POINT)).contains("家中有狗", "曾有冲突，请两人同去");
        assertThat(read("/today?lang=en", POINT)).contains("There is a dog", "High risk", "1 a month", "Home visit");
    }

    @Test
    void aStationChoosesAPointFirstAndAPointSeesItsOwnOnly() {
        owed(home("样板路 88 弄", "1 号 101 室", "赵示例"), Tier.HIGH, Per.MONTH);

        assertThat(names(read("/today", OTHER_POINT))).isEmpty();
        assertThat(read("/today", OTHER_POINT)).contains("眼下没有要走访的");

        var station = user("gu.yangban").roles("stationConsultant");
        assertThat(day.read("/today", station)).contains("先选一个居村", "鹤鸣居委", "1 人");
        assertThat(names(day.read("/today?point=" + POINT, station))).containsExactly("赵示例");
        assertThat(pages.get().uri("/today?point=999901101001").with(station)).hasStatus(404);
        assertThat(pages.get().uri("/today").with(user("wei.jiashe").roles("informant")))
                .hasStatus(403);
    }

    @Test
    void manyHomesComePageByPage() {
        for (int room = 101; room < 141; room++) {
            owed(home("样板路 88 弄", "1 号 " + room + " 室", "赵示例"), Tier.HIGH, Per.MONTH);
        }

        String first = read("/today", POINT);
        assertThat(names(first)).hasSize(30);
        assertThat(first).contains("已显示 30 户，共 40 户", "/today?from=30", ">101 室", ">130 室");
        String second = read("/today?from=30", POINT);
        assertThat(names(second)).hasSize(10);
        assertThat(second).contains(">131 室", ">31<");
    }

    private void owed(List<Long> members, Tier tier, Per per) {
        members.forEach(member -> day.visiting().owed(member, tier, per, SEPTEMBER));
    }

    private List<Long> home(String road, String room, String... names) {
        return day.home(road, room, names);
    }

    /** What was owed before a day is not asked for any more. */
    private void settle(String name, LocalDate before) {
        desk.system(() -> jdbc.update(
                """
                update visit_window w set settled_at = now(), settled_as = 'EXPLAINED' from person p
                where p.id = w.person_id and p.name = ? and w.end_on <= ?
                """,
                name,
                before));
    }

    private String read(String address, String point) {
        return day.read(
                address,
                user(point.equals(POINT) ? "lin.shiyong" : "zhu.yangli").roles("pointLead"));
    }
}
