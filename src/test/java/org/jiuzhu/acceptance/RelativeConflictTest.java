package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jiuzhu.conflict.Relations;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.Household;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * domain.md section 5: 冯占位 is the sister of consultant 卫试点. Claim and page, by the doors that people and programs
 * use.
 */
@JiuzhuTest
@Import(Relations.class)
@DisplayName("4. Relative conflict (PT)")
class RelativeConflictTest {

    private static final RequestPostProcessor WEI = user("wei.shidian").roles("pointConsultant");
    private static final RequestPostProcessor CHANG = user("chang.shidu").roles("pointConsultant");
    private static final RequestPostProcessor REN = user("ren.dinggao").roles("stationLead", "stationConsultant");
    private static final RequestPostProcessor CAO = user("cao.shiyan").roles("inspector");
    private static final String FENG = Relations.FENG;

    @Autowired
    MockMvcTester web;

    @Autowired
    Relations relations;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    Household home;

    @BeforeEach
    void sisterAndBrother() {
        home = homes.ofOne(DemoNetwork.PUAN, FENG, Relations.FENG_ID, Relations.FENG_PHONE);
    }

    @Test
    @DisplayName("Declared, refused at the claim, done by another, on the cross-inspection list, closed and logged")
    void declaredThenRefused() {
        String lead = relations.caseAt("verifyLead", DemoNetwork.PUAN);
        String task = desk.task("verifyLead");
        assertThat(text(get("/people/" + home.headPersonId(), WEI))).contains(FENG);
        declare(WEI);

        MvcTestResult claim = post("/tasks/" + task + "/claim", WEI);
        assertThat(claim).hasStatus3xxRedirection().hasRedirectedUrl("/tasks");
        assertThat(claim).flash().extracting("toast").asString().startsWith("这一户有您备案的近亲属");
        MvcTestResult program = post("/api/v1/tasks/" + task + "/claim", WEI);
        assertThat(program).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(text(program)).contains("按回避规定");
        assertThat(column("select username || ' ' || relation from relative_filing"))
                .containsExactly("wei.shidian SIBLING");

        String number = value("select number from assistance_case");
        String caseId = value("select id::text from assistance_case");
        for (String page : List.of(
                "/people/" + home.headPersonId(),
                "/households/" + home.id(),
                "/cases/" + number,
                "/cases/" + caseId,
                "/leads/" + lead,
                "/tasks/" + task,
                "/tasks/" + task + "/form",
                "/tasks/" + task + "/diagram",
                "/tasks/" + task + "/record",
                "/tasks/" + task + "/relative",
                "/api/v1/tasks/" + task)) {
            MvcTestResult closed = get(page, WEI);
            assertThat(closed).as(page).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(text(closed)).as(page).contains("按回避规定").doesNotContain(FENG, number);
        }
        assertThat(post("/people/" + home.headPersonId() + "/reveal?field=ID_NUMBER", WEI))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(column("select distinct actor from audit_event where kind = 'DENIED'"))
                .containsExactly("wei.shidian");
        assertThat(column("select distinct deed from relative_attempt order by deed"))
                .containsExactly("CLAIM", "OPEN");

        for (String list : List.of(
                "/tasks?scope=all",
                "/people",
                "/people?q=" + FENG,
                "/people?q=fengzhanwei",
                "/people?q=" + Relations.FENG_ID,
                "/people?q=" + Relations.FENG_PHONE,
                "/cases",
                "/cases?which=ALL")) {
            assertThat(text(get(list, WEI))).as(list).doesNotContain("/people/" + home.headPersonId(), number, task);
        }

        assertThat(post("/tasks/" + task + "/claim", CHANG)).hasRedirectedUrl("/tasks/" + task);
        assertThat(text(get("/tasks/" + task, CHANG))).contains(FENG);
        for (RequestPostProcessor supervisor : List.of(REN, CAO)) {
            assertThat(text(get("/relatives/pairs", supervisor)))
                    .contains("卫试点", "冯**", "999999********0103", "兄弟姐妹", "普和街道")
                    .doesNotContain(Relations.FENG_ID);
        }
        assertThat(get("/relatives/pairs", WEI)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    @DisplayName("Declared after claiming, in a second tab: completing is refused, the text is kept, the task goes on")
    void declaredAfterClaiming() {
        relations.caseAt("verifyLead", DemoNetwork.PUAN);
        String task = desk.task("verifyLead");
        post("/tasks/" + task + "/claim", WEI);
        declare(WEI);

        MvcTestResult refused = web.post()
                .uri("/tasks/" + task + "/complete")
                .with(WEI)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content("{\"findings\":\"今天去看了，房租欠了两个月。\"}")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(text(refused)).contains("按回避规定", "您写的内容已经留存");
        assertThat(column("select username from task_draft")).containsExactly("wei.shidian");
        assertThat(column("select deed from relative_attempt where deed <> 'OPEN'"))
                .isSubsetOf("COMPLETE");
        assertThat(value("select coalesce(assignee, 'nobody') from work_item")).isEqualTo("nobody");
        assertThat(post("/tasks/" + task + "/claim", CHANG)).hasRedirectedUrl("/tasks/" + task);
    }

    @Test
    @DisplayName("From the task: one step declares, gives it back and hands it on")
    void fromTheTask() {
        relations.caseAt("verifyLead", DemoNetwork.PUAN);
        String task = desk.task("verifyLead");
        post("/tasks/" + task + "/claim", WEI);
        assertThat(text(get("/tasks/" + task, WEI))).contains("/tasks/" + task + "/relative");
        assertThat(text(get("/tasks/" + task + "/relative", WEI))).contains(FENG, "兄弟姐妹");

        MvcTestResult handedOn = web.post()
                .uri("/tasks/" + task + "/relative")
                .with(WEI)
                .with(csrf())
                .param("person", String.valueOf(home.headPersonId()))
                .param("relation", "SIBLING")
                .exchange();

        assertThat(handedOn).hasStatus3xxRedirection().hasRedirectedUrl("/tasks");
        assertThat(get("/tasks/" + task, WEI)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("/tasks/" + task + "/claim", CHANG)).hasRedirectedUrl("/tasks/" + task);
        assertThat(text(get("/relatives", WEI))).contains("冯**", "办理任务时申报");
    }

    @Test
    @DisplayName("A service record, its sheet and its pictures are closed like the rest")
    void recordsAreClosed() {
        relations.caseAt("conductHomeSurvey", DemoNetwork.PUAN);
        String task = desk.task("conductHomeSurvey");
        String record = value("select max(id)::text from service_record");
        String number = value("select number from service_record order by id desc limit 1");
        assertThat(text(get("/records/" + record, WEI))).contains(FENG);
        declare(WEI);

        for (String page : List.of(
                "/records/" + record,
                "/records/" + record + "/sheet",
                "/records/" + record + "/pictures/1",
                "/records?number=" + number)) {
            assertThat(get(page, WEI)).as(page).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(web.post()
                        .uri("/tasks/" + task + "/record?request=" + UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(WEI)
                        .with(csrf()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    @DisplayName("The forms: what is missing is named and kept; a station lead files and ends for others")
    void forms() {
        MvcTestResult wrong = web.post()
                .uri("/relatives")
                .with(WEI)
                .with(csrf())
                .param("name", FENG)
                .param("idNumber", "999999197205200104")
                .param("relation", "")
                .exchange();
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(text(wrong)).contains("value=\"" + FENG + "\"", "请选择是哪种亲属。", "还有 2 处需要补充");

        MvcTestResult filed = web.post()
                .uri("/relatives/pairs")
                .with(REN)
                .with(csrf())
                .param("username", "wei.shidian")
                .param("name", FENG)
                .param("idNumber", Relations.FENG_ID)
                .param("relation", "SIBLING")
                .param("sinceOn", "2026-01-01")
                .exchange();
        assertThat(filed).hasStatus3xxRedirection();
        assertThat(text(get("/relatives", WEI))).contains("冯**", "由任定稿代为备案");
        assertThat(get("/people/" + home.headPersonId(), WEI)).hasStatus(HttpStatus.FORBIDDEN);

        String id = value("select id::text from relative_filing");
        MvcTestResult early = web.post()
                .uri("/relatives/" + id + "/end")
                .with(REN)
                .with(csrf())
                .param("endedOn", "2025-12-31")
                .param("reason", "不是亲姐弟")
                .exchange();
        assertThat(early).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(text(early)).contains("终止日期不能早于备案的起始日期。", "value=\"不是亲姐弟\"");
        assertThat(web.post()
                        .uri("/relatives/" + id + "/end")
                        .with(REN)
                        .with(csrf())
                        .param("endedOn", "2026-07-06")
                        .param("reason", "不是亲姐弟"))
                .hasStatus3xxRedirection();
        assertThat(text(get("/people/" + home.headPersonId(), WEI))).contains(FENG);
        assertThat(text(get("/relatives/pairs", CAO))).contains("已终止", "不是亲姐弟");
        assertThat(text(get("/relatives?lang=en", WEI))).contains("My relatives on file", "Ended");
    }

    @Test
    @DisplayName("A resident of another place stays as absent as nobody: no refusal tells that she is registered")
    void elsewhereIsNotThere() {
        Household far = homes.ofOne(Actors.POINT, "褚样例", "999999196104060127", "13800000127");
        web.post()
                .uri("/relatives")
                .with(WEI)
                .with(csrf())
                .param("name", "褚样例")
                .param("idNumber", "999999196104060127")
                .param("relation", "PARENT")
                .exchange();

        assertThat(get("/people/" + far.headPersonId(), WEI)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(column("select deed from relative_attempt")).isEmpty();
    }

    private void declare(RequestPostProcessor who) {
        MvcTestResult declared = web.post()
                .uri("/relatives")
                .with(who)
                .with(csrf())
                .param("name", FENG)
                .param("idNumber", Relations.FENG_ID)
                .param("relation", "SIBLING")
                .exchange();
        assertThat(declared).hasStatus3xxRedirection().hasRedirectedUrl("/relatives");
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return web.get().uri(path).with(who).exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor who) {
        return web.post().uri(path).with(who).with(csrf()).exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String value(String sql) {
        return column(sql).get(0);
    }

    private List<String> column(String sql) {
        return desk.system(() -> jdbc.queryForList(sql, String.class));
    }
}
