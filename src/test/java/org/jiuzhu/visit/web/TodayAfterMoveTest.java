package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.Standings;
import org.jiuzhu.network.Network;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.visit.LedgerLine;
import org.jiuzhu.visit.VisitLedger;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Somebody in special care is owed two visits a week (PT(九)), has had one, and moves in the middle of the week. */
@JiuzhuTest
@Import(PointDay.class)
class TodayAfterMoveTest {

    private static final Actor LU = Actors.at("lu.yangshu", "鲁样书", DemoNetwork.PUAN, "pointLead");

    @Autowired
    PointDay day;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Standings standings;

    @Autowired
    VisitReports reports;

    @Autowired
    VisitLedger ledger;

    @Autowired
    Network network;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    long cai;

    @BeforeEach
    void visitedOnMonday() {
        clock.set("2026-07-06T09:30:00");
        cai = desk.system(() -> {
            long id = people.register(new NewPerson(DemoNetwork.PUAN, "蔡拟名", null, null, null, null, inSpecialCare()))
                    .id();
            households.register(new NewHousehold(DemoNetwork.PUAN, "普安路 8 弄", "3 号 201 室", id));
            return id;
        });
        new DataScope(Level.POINT, DemoNetwork.PUAN)
                .run(() -> reports.report(
                        VisitReport.of(
                                UUID.randomUUID(),
                                List.of(Told.met(cai, Finding.NO_CHANGE)),
                                Sheets.on(LocalDate.of(2026, 7, 6)),
                                null),
                        LU));
        assertThat(day.read("/today", "lu.yangshu")).contains("1/2 次", "/records?number=JL-2026-000001");
        clock.set("2026-07-08T10:00:00");
    }

    @Test
    void theNewPointSeesThatOneOfTwoIsDoneAsTheLedgerDoes() {
        move(DemoNetwork.HEFENG);

        assertThat(day.read("/today", "miao.niding")).contains("蔡拟名", "1/2 次");
        assertThat(doneByTheLedger(DemoNetwork.HEFENG)).containsExactly(1);
        assertThat(PointDay.names(day.read("/today", "lu.yangshu"))).isEmpty();
    }

    @Test
    void ofTheVisitAtTheOtherPointTheDayAndTheWayAreToldAndNoRecordIsOffered() {
        move(DemoNetwork.HEFENG);

        assertThat(day.read("/today", "miao.niding")).contains("上次 7月6日 上门").doesNotContain("JL-2026-000001", "膝盖疼");
        assertThat(day.read("/people/" + cai, "miao.niding"))
                .contains("最近的走访", "<li>>7月6日·上门·鲁样书<")
                .doesNotContain("膝盖疼");
        long home = desk.system(() -> households.householdOf(cai));
        assertThat(day.read("/households/" + home, "miao.niding"))
                .contains("写了服务记录 JL-2026-000001")
                .doesNotContain("/records?number=");
        assertThat(day.read("/visits/ledger?month=2026-07", "miao.niding"))
                .contains("7月6日·走访·鲁样书")
                .doesNotContain("/records?number=");
    }

    private void move(String point) {
        desk.system(() -> {
            standings.moved(households.householdOf(cai), network.place(point), "和风路 2 弄", "1 号 101 室");
            return true;
        });
    }

    private List<Integer> doneByTheLedger(String point) {
        return new DataScope(Level.POINT, point)
                        .call(() -> ledger.of(network.place(point), YearMonth.of(2026, 7), LocalDate.of(2026, 7, 8)))
                        .lines()
                        .stream()
                        .map(LedgerLine::done)
                        .toList();
    }

    private static PersonDetails inSpecialCare() {
        return new PersonDetails(
                Set.of(AssistanceCategory.DIBAO_URBAN),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null);
    }
}
