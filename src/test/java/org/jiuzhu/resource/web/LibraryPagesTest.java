package org.jiuzhu.resource.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@JiuzhuTest
class LibraryPagesTest {

    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor LEAD = user("lu.shifan").roles("stationLead", "stationConsultant");
    private static final UserRequestPostProcessor DISTRICT = user("tang.xushe").roles("districtSupervisor");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoLibraries demo;

    @Autowired
    Desk desk;

    @Autowired
    Clock clock;

    @BeforeEach
    void seed() {
        desk.system(() -> {
            demo.seed(LocalDate.now(clock));
            return null;
        });
    }

    @Test
    void aConsultantLooksSomethingUpAndWritesNothing() {
        assertThat(page("/libraries", LIN))
                .contains("政策库", "资源库", "项目库", "样板区冬季取暖补助", "021-55551000")
                .doesNotContain("??", "样板区家庭病床减免", "新增条目");
        assertThat(page("/libraries?library=RESOURCE&lang=en", LIN))
                .contains("Charity shop", "Rental of rehabilitation aids")
                .doesNotContain("??", "Clothes bank");
        assertThat(page("/libraries?library=PROJECT&domain=CHILDREN", LIN))
                .contains("样板区一张书桌")
                .doesNotContain("四季送温暖");
        assertThat(page("/libraries?q=没有这样的词", LIN)).contains("没有找到");
    }

    @Test
    void whatHasExpiredIsMarked() {
        assertThat(page("/libraries?past=true&q=病床", LIN)).contains("样板区家庭病床减免", "已失效");
        assertThat(page("/libraries?past=true&q=旧屋&lang=en", LIN)).contains("Not yet in force");
        assertThat(page("/libraries/ZC-0003", LIN)).contains("已失效", "第 1 版").doesNotContain("??", "改为新的一版");
    }

    @Test
    void aStationLeadAddsAnEntryAndLaterWritesANewVersion() {
        MvcTestResult added = post(
                "/libraries/new?library=PROJECT",
                LEAD,
                Map.of(
                        "name", "助浴车",
                        "domain", "DISABILITY",
                        "kind", "PROFESSIONAL_PROJECT",
                        "source", "样板区示例",
                        "street", "999901005",
                        "validFrom", "2026-07-06"));
        assertThat(added).hasStatus3xxRedirection();
        String location = String.valueOf(added.getResponse().getRedirectedUrl());
        assertThat(page(location, LEAD)).contains("助浴车", "有效", "陆示范", "改为新的一版").doesNotContain("??");
        assertThat(page(location + "/change", LEAD))
                .contains("value=\"助浴车\"", "value=\"1\"")
                .doesNotContain("??");

        MvcTestResult changed = post(
                location + "/change",
                LEAD,
                Map.of(
                        "version", "1",
                        "name", "助浴车进村",
                        "domain", "DISABILITY",
                        "kind", "PROFESSIONAL_PROJECT",
                        "source", "样板区示例",
                        "street", "999901005",
                        "validFrom", "2026-09-01",
                        "validTo", "2026-12-31"));
        assertThat(changed).hasStatus3xxRedirection();
        assertThat(page(location, LEAD)).contains("<h1>助浴车 ", "助浴车进村", "第 2 版", "9月1日 至 12月31日", "第 1 版");
        assertThat(page(location + "?lang=en", LEAD)).contains("Version 2").doesNotContain("??");
    }

    @Test
    void whatDoesNotHoldIsSaidAtItsFieldAndNothingTypedIsLost() {
        MvcTestResult refused = post(
                "/libraries/new?library=RESOURCE",
                LEAD,
                Map.of(
                        "name", "字".repeat(61),
                        "domain", "MOON",
                        "kind", "RELIEF_PROJECT",
                        "source", "  ",
                        "street", "999901099",
                        "summary", "<script>alert(1)</script>",
                        "validFrom", "31.12.2026",
                        "validTo", "1999-01-01"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains(
                        "请不要超过 60 字。",
                        "请选一个领域。",
                        "请选一个本库的类别。",
                        "请填写依据",
                        "请选一个街镇。",
                        "请填一个日期",
                        "字".repeat(61),
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "href=\"#validFrom\"")
                .doesNotContain("<script>alert", "??");
        assertThat(text(refused)).contains("id=\"name-err\">请不要超过 60 字。", "id=\"validTo-err\">请填一个日期");
        MvcTestResult twice = post(
                "/libraries/new?library=RESOURCE",
                LEAD,
                Map.of(
                        "name", "慈善超市",
                        "domain", "BASIC_LIVING",
                        "kind", "CHARITY_SHOP",
                        "source", "样板区示例",
                        "street", "999901005",
                        "validFrom", "2026-07-06"));
        assertThat(twice).hasStatus(422);
        assertThat(text(twice)).contains("ZY-0001");
    }

    @Test
    void theSecondOfTwoWhoWriteIsToldAndOthersMayNotWrite() {
        Map<String, String> fields = Map.of(
                "version", "1",
                "name", "慈善超市二店",
                "domain", "BASIC_LIVING",
                "kind", "CHARITY_SHOP",
                "source", "样板区示例",
                "street", "999901005",
                "validFrom", "2026-07-06");
        assertThat(post("/libraries/ZY-0001/change", LIN, fields)).hasStatus(403);
        assertThat(post("/libraries/ZY-0001/change", LEAD, fields)).hasStatus3xxRedirection();
        assertThat(post("/libraries/ZY-0001/change", LEAD, fields)).hasStatus(409);
        assertThat(mvc.get().uri("/libraries/P-DIBAO/change").with(LEAD)).hasStatus(403);
        assertThat(page("/libraries/P-DIBAO/change", DISTRICT)).contains("最低生活保障", "全区");
        assertThat(mvc.get().uri("/libraries/new").with(LIN)).hasStatus(403);
        assertThat(mvc.get().uri("/libraries/ZC-9999").with(LIN)).hasStatus(404);
        assertThat(mvc.get().uri("/libraries?library=MOON").with(LIN)).hasStatus(400);
    }

    private MvcTestResult post(String uri, UserRequestPostProcessor writer, Map<String, String> fields) {
        var request = mvc.post().uri(uri).with(writer).with(csrf());
        if (!fields.containsKey("version")) {
            request = request.param("version", "0");
        }
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private String page(String uri, UserRequestPostProcessor reader) {
        var response = mvc.get().uri(uri).with(reader).exchange();
        assertThat(response).hasStatusOk();
        return text(response);
    }

    private static String text(MvcTestResult response) {
        return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
