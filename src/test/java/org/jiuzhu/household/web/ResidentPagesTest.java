package org.jiuzhu.household.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.support.Actors.OTHER_POINT;
import static org.jiuzhu.support.Actors.POINT;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What happens to people and households through their pages, bad input included. */
@JiuzhuTest
class ResidentPagesTest {

    private static final String ID = "999999195003120026";

    @Autowired
    MockMvcTester pages;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    long id;
    long home;

    @BeforeEach
    void oneHousehold() {
        DataScope.system("test").run(() -> {
            id = people.register(new NewPerson(
                            POINT,
                            "赵示例",
                            ID,
                            "13800000026",
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.MARGINAL))))
                    .id();
            home = households
                    .register(new NewHousehold(POINT, "样板路 88 弄", "12 号 301 室", id))
                    .id();
        });
    }

    @Test
    void aPersonsPageTellsWhereEachThingComesFromAndReadingItIsLogged() throws Exception {
        String page = read("/people/" + id);

        assertThat(page).contains("最低生活保障边缘家庭", "登记时所填·7月6日", "在库困难群众", "共同生活");
        assertThat(desk.system(() -> jdbc.queryForList(
                        "select subject_type || detail from audit_event where kind = 'SENSITIVE_READ' and subject_id = ?",
                        String.class,
                        String.valueOf(id))))
                .containsExactly("personpage");
    }

    @Test
    void theEditFormNeverCarriesANumberInFullAndLeavesItWhereItStaysEmpty() throws Exception {
        String form = read("/people/" + id + "/edit");
        assertThat(form).contains("999999********0026", "138****0026").doesNotContain(ID, "13800000026");

        Map<String, String> typed = typed();
        typed.put("employment", "RETIRED");
        assertThat(post("/people/" + id + "/edit", typed).getStatus()).isEqualTo(302);
        Person person = desk.system(() -> people.get(id));
        assertThat(person.idNumber()).isEqualTo(ID);
        assertThat(person.details().employment()).isEqualTo(PersonDetails.Employment.RETIRED);
        assertThat(read("/people/" + id)).contains("退休", "顾问走访·7月6日");
    }

    @Test
    void whatContradictsTheNumberIsSaidAtItsFieldAndNothingTypedIsLost() throws Exception {
        Map<String, String> typed = typed();
        typed.put("sex", "MALE");
        typed.put("birthDate", "1951-01-01");
        typed.put("severeIllnessOn", "2026-07-07");
        typed.put("asOf", "gestern");
        typed.put("guardian", "钱演示");
        MockHttpServletResponse answer = post("/people/" + id + "/edit", typed);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("请按“年-月-日”填写日期", "value=\"gestern\"", "钱演示");
        typed.put("asOf", "2026-07-06");
        assertThat(post("/people/" + id + "/edit", typed).getContentAsString())
                .contains("性别和身份证号对不上", "出生日期和身份证号对不上", "日期晚于今天", "还有 3 处需要补充");
        assertThat(post("/people/" + id + "/edit?lang=en", typed).getContentAsString())
                .contains("The sex does not match the identity number");
    }

    @Test
    void whoSavesSecondIsToldWhatTheFirstChangedAndKeepsWhatWasTyped() throws Exception {
        Map<String, String> first = typed();
        first.put("employment", "RETIRED");
        Map<String, String> second = typed();
        second.put("guardian", "钱演示");
        post("/people/" + id + "/edit", first);
        MockHttpServletResponse answer = post("/people/" + id + "/edit", second);

        assertThat(answer.getStatus()).isEqualTo(409);
        String page = answer.getContentAsString();
        assertThat(page).contains("有人先改了这份资料", "就业状况改为“退休”（林试用）", "value=\"钱演示\"");
        second.put("version", page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
        second.put("employment", "RETIRED");
        assertThat(post("/people/" + id + "/edit", second).getStatus()).isEqualTo(302);
    }

    @Test
    void aMemberWithoutACardIsRegisteredOnPurposeAndMarked() throws Exception {
        Map<String, String> child = member("李拟名", null);
        assertThat(post("/households/" + home + "/members/new", child).getContentAsString())
                .contains("请勾选“没有证件，先登记”", "value=\"李拟名\"");
        child.put("withoutId", "YES");
        assertThat(post("/households/" + home + "/members/new", child).getStatus())
                .isEqualTo(302);

        long registered = person("李拟名");
        assertThat(read("/people/" + registered)).contains("未登记证件号", "女·10 岁");
        assertThat(read("/households/" + home)).contains("李拟名", "赵示例", "共同生活", "有人登记入户");
    }

    @Test
    void aChildClaimedByTwoHouseholdsIsMovedInOneStep() throws Exception {
        long other = household("周样张");
        Map<String, String> child = member("李拟名", "99999920101103031X");
        post("/households/" + home + "/members/new", child);
        MockHttpServletResponse refused = post("/households/" + other + "/members/new", child);

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("HU-2026-", "确实搬了过来", "value=\"李拟名\"");
        child.put("move", "YES");
        assertThat(post("/households/" + other + "/members/new", child).getStatus())
                .isEqualTo(302);
        assertThat(desk.system(() -> households.householdOf(person("李拟名")))).isEqualTo(other);
        assertThat(read("/households/" + home)).contains("曾在这一户", "搬走");
    }

    @Test
    void aMemberLeavesOnADayThatHasBeen() throws Exception {
        post("/households/" + home + "/members/new", member("李拟名", "99999920101103031X"));
        String leaving = "/households/" + home + "/members/" + person("李拟名") + "/end";
        assertThat(post(leaving, Map.of("on", "2026-07-07", "reason", "MARRIAGE"))
                        .getContentAsString())
                .contains("日期晚于今天");
        assertThat(post(leaving, Map.of("on", "2026-07-06", "reason", "DIED")).getContentAsString())
                .contains("去世请在“发生变化”里报告");
        assertThat(post(leaving, Map.of("on", "2026-07-06", "reason", "MARRIAGE"))
                        .getStatus())
                .isEqualTo(302);
        String head = "/households/" + home + "/members/" + id + "/end";
        assertThat(post(head, Map.of("on", "2026-07-06", "reason", "OTHER")).getStatus())
                .isEqualTo(302);
        assertThat(read("/households/" + home)).contains("这一户现在没有成员");
    }

    @Test
    void aHouseholdIsRegisteredWithItsHead() throws Exception {
        Map<String, String> typed = member("周样张", "99999919580707011X");
        typed.put("pointCode", POINT);
        typed.put("road", "示范路 6 弄");
        typed.put("room", "1 号");
        MockHttpServletResponse wrong = post("/households/new", typed);
        assertThat(wrong.getContentAsString()).contains("最后一位对不上", "value=\"示范路 6 弄\"");

        typed.put("idNumber", ID);
        assertThat(post("/households/new", typed).getContentAsString()).contains("已经登记");
        typed.remove("idNumber");
        typed.put("withoutId", "YES");
        assertThat(post("/households/new", typed).getStatus()).isEqualTo(302);
        typed.put("pointCode", OTHER_POINT);
        assertThat(post("/households/new", typed).getStatus()).isEqualTo(422);
    }

    @Test
    void aChangeAndABenefitAreWrittenDownAtOnce() throws Exception {
        String at = "/people/" + id;
        assertThat(post(
                                at + "/changes/new",
                                Map.of("kind", "ACCIDENT", "happenedOn", "2026-07-07", "severity", "GRAVE"))
                        .getContentAsString())
                .contains("日期晚于今天");
        post(
                at + "/changes/new",
                Map.of("kind", "ACCIDENT", "happenedOn", "2026-07-01", "severity", "GRAVE", "alert", "YES"));
        post(
                at + "/benefits/new",
                Map.of("kind", "MEDICAL_AID", "from", "2026-05-01", "source", "MEDICAL_DATA", "asOf", "2026-07-01"));

        assertThat(read(at)).contains("意外事故", "影响严重·已启动预警", "医疗救助", "医疗数据·7月1日", "高风险");
    }

    @Test
    void earlierDaysAreToldInTheWordsOfTheirTime() throws Exception {
        Map<String, String> typed = typed();
        typed.put("categories", "EXPENDITURE");
        typed.put("asOf", "2024-06-01");
        typed.put("source", "CIVIL_AFFAIRS");
        assertThat(post("/people/" + id + "/edit", typed).getStatus()).isEqualTo(302);

        assertThat(read("/people/" + id)).contains("民政数据·2024年6月1日说的是：刚性支出困难家庭");
        assertThat(read("/people/" + id + "/fields?on=2024-06-30")).contains("支出型贫困家庭", "2024年6月30日的情况");
    }

    @Test
    void whoOnlyReadsIsNotAskedToWrite() throws Exception {
        RequestPostProcessor supervisor = user("wu.quji").roles("districtSupervisor");
        for (String uri : List.of("/people/" + id + "/edit", "/households/" + home + "/members/new")) {
            assertThat(pages.get()
                            .uri(uri)
                            .with(supervisor)
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404);
        }
        RequestPostProcessor next = user("zhu.yangli").roles("pointConsultant");
        for (String uri : List.of("/people/" + id + "/edit", "/people/" + id + "/fields", "/households/" + home)) {
            assertThat(pages.get().uri(uri).with(next).exchange()).as(uri).hasStatus(404);
        }
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("version", String.valueOf(desk.system(() -> people.get(id).version())));
        typed.put("name", "赵示例");
        typed.put("categories", "MARGINAL");
        typed.put("source", "CONSULTANT_VISIT");
        typed.put("asOf", "2026-07-06");
        return typed;
    }

    private static Map<String, String> member(String name, String idNumber) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("relation", "CHILD");
        typed.put("livesTogether", "YES");
        typed.put("name", name);
        if (idNumber == null) {
            typed.put("sex", "FEMALE");
            typed.put("birthDate", "2015-11-03");
        } else {
            typed.put("idNumber", idNumber);
        }
        typed.put("source", "SELF_DECLARED");
        typed.put("asOf", "2026-07-06");
        return typed;
    }

    private long household(String head) {
        return desk.system(() -> households
                .register(new NewHousehold(
                        POINT,
                        "示范路 6 弄",
                        "1 号",
                        people.register(new NewPerson(POINT, head, null, null)).id()))
                .id());
    }

    private long person(String name) {
        Long found = desk.system(() -> jdbc.queryForObject("select id from person where name = ?", Long.class, name));
        return found;
    }

    private static RequestPostProcessor lin() {
        return user("lin.shiyong").roles("pointConsultant");
    }

    private String read(String uri) throws Exception {
        var answer = pages.get()
                .uri(uri + (uri.contains("?") ? "&" : "?") + "lang=zh")
                .with(lin())
                .exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MockHttpServletResponse post(String uri, Map<String, String> typed) {
        var request = pages.post().uri(uri).with(lin()).with(csrf());
        typed.forEach(request::param);
        return request.exchange().getResponse();
    }
}
