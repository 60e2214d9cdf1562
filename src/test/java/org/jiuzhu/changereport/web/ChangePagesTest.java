package org.jiuzhu.changereport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.support.Actors.POINT;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@JiuzhuTest
class ChangePagesTest {

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

    long person;

    @BeforeEach
    void oneHousehold() {
        desk.system(() -> {
            person = people.register(new NewPerson(POINT, "赵示例", ID, "13800000026"))
                    .id();
            return households.register(new NewHousehold(POINT, "样板路 88 弄", "12 号 301 室", person));
        });
    }

    @Test
    void aConsultantReportsFromThePersonsPageAndReadsWhatBecameOfIt() throws Exception {
        assertThat(read("/changes/new?personId=" + person)).contains("报告变化：赵示例").doesNotContain(ID);
        MockHttpServletResponse answer = post(lin(), told("personId", String.valueOf(person)));

        String page = String.valueOf(answer.getRedirectedUrl());
        assertThat(page).matches("/changes/BH-2026-\\d{6}");
        assertThat(read(page)).contains("邻居说摔了一跤。", "待评估", "林试用", "有人报告变化：意外事故");
        assertThat(read("/people/" + person)).contains(page);
        assertThat(post(lin(), told("personId", String.valueOf(person))).getRedirectedUrl())
                .as("sent twice")
                .isEqualTo(page);
        assertThat(count("change_report")).isEqualTo(1);
    }

    @Test
    void somebodyUnknownKeepsEveryWordAndBecomesALeadOnRequest() throws Exception {
        MockHttpServletResponse answer = post(lin(), told("name", "某某某"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("登记册里没有找到这位居民", "邻居说摔了一跤。", "value=\"某某某\"", "改为登记线索");

        Map<String, String> asLead = told("name", "某某某");
        asLead.put("asLead", "YES");
        assertThat(post(lin(), asLead).getRedirectedUrl()).isEqualTo("/tasks");
        assertThat(count("lead")).isEqualTo(1);
        assertThat(count("change_report")).isZero();
    }

    @Test
    void aNameThatTheRegisterHasIsAQuestion() throws Exception {
        MockHttpServletResponse answer = post(lin(), told("name", "赵示例"));
        assertThat(answer.getContentAsString()).contains("请选是哪一位", "样板路 88 弄", "value=\"" + person + "\"");
    }

    @Test
    void anInformantGetsTheSameAnswerWhoeverIsMeant() {
        RequestPostProcessor informant = user("yu.xinxi").roles("informant");
        String known = post(informant, told("idNumber", ID)).getRedirectedUrl();
        Map<String, String> other = told("name", "某某某");
        other.put("ref", "form-2");

        assertThat(post(informant, other).getRedirectedUrl()).isEqualTo(known).isEqualTo("/changes/new");
        assertThat(count("change_report")).isEqualTo(1);
        assertThat(count("lead")).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsSaidAtItsField() throws Exception {
        assertThat(post(lin(), Map.of("story", " ")).getContentAsString()).contains("还有 2 处需要补充");
        Map<String, String> nobody = told("phone", "13800000026");
        nobody.put("happenedOn", "2026-07-07");
        assertThat(post(lin(), nobody).getContentAsString()).contains("请写姓名或身份证号", "日期晚于今天");
    }

    @Test
    void aMachineReportsOnceAndWhoIsUnknownBecomesALead() {
        assertThat(api("{\"ref\":\"m-1\",\"idNumber\":\"" + ID
                        + "\",\"kind\":\"INCOME\",\"story\":\"停发工资\",\"cannotWait\":true}"))
                .matches("201 .\"number\":\"BH-2026-\\d{6}\",\"status\":\"REPORTED\".");
        assertThat(api("{\"ref\":\"m-1\",\"idNumber\":\"" + ID + "\",\"kind\":\"INCOME\",\"story\":\"停发工资\"}"))
                .matches("200 .\"number\":\"BH-2026-\\d{6}\",\"status\":\"REPORTED\".");
        assertThat(api("{\"ref\":\"m-2\",\"name\":\"某某某\",\"kind\":\"OTHER\",\"story\":\"起火\"}"))
                .startsWith("201 {\"number\":\"XS-2026-")
                .endsWith("\"status\":\"LEAD\"}");
        assertThat(api("{\"ref\":\"m 3\",\"kind\":\"NONE\"}")).startsWith("422").contains("\"ref\"", "\"kind\"");
    }

    private String api(String json) {
        MockHttpServletResponse answer = pages.post()
                .uri("/api/v1/change-reports")
                .with(user("hotline").roles("hotlineClient"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange()
                .getResponse();
        try {
            return answer.getStatus() + " " + answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> told(String key, String value) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("ref", "form-1");
        typed.put(key, value);
        typed.put("kind", "ACCIDENT");
        typed.put("story", "邻居说摔了一跤。");
        typed.put("cannotWait", "NO");
        return typed;
    }

    private long count(String table) {
        Long rows = desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Long.class));
        return rows;
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

    private MockHttpServletResponse post(RequestPostProcessor by, Map<String, String> typed) {
        var request = pages.post().uri("/changes").with(by).with(csrf());
        typed.forEach(request::param);
        return request.exchange().getResponse();
    }
}
