package org.jiuzhu.rulechange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Today is Monday 2026-07-06. */
@JiuzhuTest
class RuleChangePagesTest {

    private static final UserRequestPostProcessor STATION = user("lu.shifan").roles("stationLead");
    private static final UserRequestPostProcessor DISTRICT = user("tang.xushe").roles("districtSupervisor");
    private static final UserRequestPostProcessor MODELER = user("yin.gouxiang").roles("modeler");
    private static final String TWICE =
            "kind=CADENCE&profile=chuansha&count_flat-chuansha=2&per_flat-chuansha=MONTH&on=2026-08-10&atOnce=false";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Desk desk;

    @Test
    void theSupervisorLooksAtTheEffectOrdersAndTakesItBack() {
        register(27);
        assertThat(page("/rules/changes", DISTRICT))
                .contains("还没有下达过变更", "川沙", "松江")
                .doesNotContain("??");
        assertThat(page("/rules/changes/new?kind=CADENCE&profile=chuansha", DISTRICT))
                .contains("现有救助对象", "每月不少于 1 次", "CS 二(二)", "id=\"count_flat-chuansha\"")
                .doesNotContain("??");

        assertThat(page("/rules/changes/preview?" + TWICE, DISTRICT))
                .contains("每月不少于 2 次", "云东居委", "27 人", "6.2 → 12.4", "周例子", "9月1日", "显示后面的", "after=25")
                .doesNotContain("??", "比文件规定的少");
        assertThat(page("/rules/changes/preview?" + TWICE + "&after=25&lang=en", DISTRICT))
                .contains("Visits owed a week")
                .doesNotContain("??", "after=27");

        assertThat(order(DISTRICT, " ")).hasStatus(422);
        assertThat(text(order(DISTRICT, " "))).contains("请写明为什么改", "6.2 → 12.4");
        MvcTestResult ordered = order(DISTRICT, "区里试行 <b>");
        assertThat(ordered).hasStatus3xxRedirection();
        String change = String.valueOf(ordered.getResponse().getRedirectedUrl());
        assertThat(change).isEqualTo("/rules/changes/GZ-2026-000001");
        assertThat(page(change, DISTRICT))
                .contains("等待生效", "8月10日起", "区里试行 &lt;b&gt;", "按原来的做完", "唐虚设", "撤回 GZ-2026-000001")
                .doesNotContain("??");
        MvcTestResult second = order(MODELER, "再来一次");
        assertThat(second).hasStatus(409);
        assertThat(text(second))
                .as("told who was first, and everything typed is there")
                .contains("GZ-2026-000001 还没有完成", "再来一次", "name=\"count_flat-chuansha\" value=\"2\"")
                .doesNotContain("??");

        assertThat(mvc.post().uri(change + "/cancel").with(MODELER).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page(change + "?lang=en", DISTRICT))
                .contains("Taken back by")
                .doesNotContain("??", "Take GZ-");
        assertThat(page("/rules/changes?lang=zh", DISTRICT)).contains("已撤回", "川沙规则的探访频次");
    }

    @Test
    void aModelerSeesTheTotalsAndNobodysName() {
        register(2);
        assertThat(page("/rules/changes/preview?" + TWICE, MODELER))
                .contains("云东居委", "2 人", "名单只给看得到这些居民的人看")
                .doesNotContain("周例子", "??");
    }

    @Test
    void lessThanTheNoticeAsksIsMarked() {
        assertThat(page(
                        "/rules/changes/preview?kind=CADENCE&profile=songjiang&per_high-songjiang=QUARTER&on=2026-08-01",
                        DISTRICT))
                .contains("比文件规定的少")
                .doesNotContain("??");
    }

    @Test
    void aUnitsNewProfileIsLookedAtAndOrdered() {
        register(1);
        assertThat(page("/rules/changes/new?kind=PROFILE", DISTRICT))
                .contains("云帆镇（现按川沙）", "云东居委", "普陀")
                .doesNotContain("??");
        assertThat(page(
                        "/rules/changes/preview?kind=PROFILE&org=999901101001&profile=songjiang&on=2026-08-10",
                        DISTRICT))
                .contains("云东居委改按松江规则", "每月走访·每月不少于 1 次", "一般·每半年不少于 1 次", "8月10日")
                .doesNotContain("??");
    }

    @Test
    void whatDoesNotHoldIsSaidAtItsFieldAndNothingTypedIsLost() {
        MvcTestResult refused = mvc.get()
                .uri("/rules/changes/preview?kind=CADENCE&profile=chuansha&count_flat-chuansha=0&per_flat-chuansha=NONE"
                        + "&ahead_flat-chuansha=x&on=2026-07-06")
                .with(DISTRICT)
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("不探访不能这样设", "请选一个周期", "请填天数", "value=\"0\"", "href=\"#count_flat-chuansha\"")
                .doesNotContain("??");
        MvcTestResult today = mvc.get()
                .uri("/rules/changes/preview?kind=CADENCE&profile=chuansha&on=2026-07-06")
                .with(DISTRICT)
                .exchange();
        assertThat(text(today)).contains("最早从明天起生效", "还没有改动", "href=\"#rows\"");
        MvcTestResult unit = mvc.get()
                .uri("/rules/changes/preview?kind=PROFILE&org=999901999&profile=moon")
                .with(DISTRICT)
                .exchange();
        assertThat(text(unit)).contains("请选本区的一个街镇或居委", "请填生效日期").doesNotContain("??");
    }

    @Test
    void whoFallsIntoWhichTierIsLookedAtAndSaidInBothLanguages() {
        register(1);
        register(DemoNetwork.HEMING, 2);
        assertThat(page("/rules/changes?lang=zh", DISTRICT))
                .contains("kind=TIER&amp;profile=TIERED", "分高风险、重点、一般", "kind=CASE_RULE&amp;profile=default")
                .doesNotContain("??");
        assertThat(page("/rules/changes/new?kind=TIER&profile=TIERED", DISTRICT))
                .contains("在库困难群众", "一般对象（在库：是）", "SJ 二(三)", "id=\"tier_tiered-inDatabase\"", "不问")
                .doesNotContain("??");
        String asked = "/rules/changes/preview?kind=TIER&profile=TIERED&on=2026-08-10&tier_tiered-inDatabase=";
        assertThat(page(asked + "KEY", DISTRICT))
                .contains("重点对象（在库：是）", "与文件规定的不同", "一般·每半年不少于 1 次", "重点·每季度不少于 1 次", "2 人")
                .doesNotContain("??");
        assertThat(page(asked + "KEY&lang=en", DISTRICT))
                .contains("Not what the notice says", "In the database: yes")
                .doesNotContain("??");
        assertThat(refused(asked + "MOON&aged70_tiered-destitute70=PERHAPS&lang=en"))
                .contains("There is no such tier", "Please choose: not asked", "href=\"#tier_tiered-inDatabase\"")
                .doesNotContain("??");
        assertThat(refused(asked + "SPECIAL&lang=en")).contains("no rule does not mean no visits");
        assertThat(refused(asked + "GENERAL&inDatabase_tiered-inDatabase=NO&lang=zh"))
                .contains("请让别的行接住他们")
                .doesNotContain("??");
    }

    @Test
    void otherRulesOfVisitsAreLookedAtAndSaidInBothLanguages() {
        register(1);
        assertThat(page("/rules/changes/new?kind=CASE_RULE&profile=default&lang=zh", DISTRICT))
                .contains("因病致贫预警有效期", "几个月", "value=\"12\"", "谢绝探访的多久再问一次")
                .doesNotContain("??");
        String asked = "/rules/changes/preview?kind=CASE_RULE&on=2026-08-10&profile=";
        assertThat(page(asked + "default&value_recentEventWindow=3&lang=en", DISTRICT))
                .contains("6 months", "3 months")
                .doesNotContain("??");
        assertThat(page(asked + "chuansha&value_cadenceMode-chuansha=TIERED&lang=zh", DISTRICT))
                .contains("统一频次", "分高风险、重点、一般", "与文件规定的不同", "一般·每半年不少于 1 次")
                .doesNotContain("??");
        assertThat(refused(asked + "default&value_recentEventWindow=0&lang=zh")).contains("请填几个月，1 到 60");
        assertThat(refused(asked + "chuansha&value_cadenceMode-chuansha=MOON&lang=en"))
                .contains("There is no such value")
                .doesNotContain("??");
        assertThat(refused(asked + "chuansha&value_cadenceMode-chuansha=SPECIAL&lang=zh"))
                .contains("没有规定不等于不用探访");
    }

    private String refused(String uri) {
        MvcTestResult refused = mvc.get().uri(uri).with(DISTRICT).exchange();
        assertThat(refused).as(uri).hasStatus(422);
        return text(refused);
    }

    @Test
    void programsAskWhatAnotherProfileWouldMeanForAUnit() {
        register(3);
        String asked = "/api/v1/profile-previews?org=999901101&profile=songjiang&on=";

        assertThat(mvc.get().uri(asked + "2026-08-10").with(DISTRICT).exchange())
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"seen": 3, "total": 3, "people": 3, "openWindows": 3,
                         "points": [{"orgCode": "999901101001", "people": 3}]}
                        """);
        assertThat(mvc.get().uri(asked + "2026-07-06").with(DISTRICT).exchange())
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.fields[0].field")
                .isEqualTo("on");
        assertThat(mvc.get().uri(asked + "tomorrow").with(DISTRICT)).hasStatus(400);
        assertThat(mvc.get().uri(asked + "2026-08-10").with(STATION)).hasStatus(403);
    }

    @Test
    void nobodyElseChangesRules() {
        for (String path : Set.of(
                "/rules/changes",
                "/rules/changes/new?kind=PROFILE",
                "/rules/changes/preview?" + TWICE,
                "/rules/changes/GZ-1")) {
            assertThat(mvc.get().uri(path).with(STATION)).as(path).hasStatus(403);
        }
        assertThat(order(STATION, "试试")).hasStatus(403);
        assertThat(mvc.get().uri("/rules/changes/GZ-1").with(DISTRICT)).hasStatus(404);
        assertThat(page("/rules", STATION)).doesNotContain("/rules/changes");
        assertThat(page("/rules", DISTRICT)).contains("/rules/changes");
    }

    private void register(int count) {
        register(DemoNetwork.YUNDONG, count);
    }

    private void register(String point, int count) {
        desk.system(() -> {
            for (int n = 0; n < count; n++) {
                people.register(new NewPerson(
                        point,
                        "周例子",
                        null,
                        null,
                        null,
                        LocalDate.parse("1966-08-15"),
                        PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))));
            }
            return true;
        });
    }

    private MvcTestResult order(UserRequestPostProcessor by, String reason) {
        var request = mvc.post().uri("/rules/changes").with(by).with(csrf()).param("reason", reason);
        for (var field : Map.of(
                        "kind", "CADENCE",
                        "profile", "chuansha",
                        "count_flat-chuansha", "2",
                        "per_flat-chuansha", "MONTH",
                        "on", "2026-08-10",
                        "atOnce", "false")
                .entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private String page(String uri, UserRequestPostProcessor reader) {
        MvcTestResult response = mvc.get().uri(uri).with(reader).exchange();
        assertThat(response).as(uri).hasStatusOk();
        return text(response);
    }

    private static String text(MvcTestResult response) {
        return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
