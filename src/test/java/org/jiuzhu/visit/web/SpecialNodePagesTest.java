package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Today is Monday 2026-07-06. */
@JiuzhuTest
class SpecialNodePagesTest {

    private static final UserRequestPostProcessor POINT = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor DISTRICT = user("tang.xushe").roles("districtSupervisor");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theDistrictEntersANodeFromATemplateAndTakesItBack() {
        assertThat(page("/visits/nodes", DISTRICT))
                .contains("现在没有登记的节点", "登记一个节点", "国庆", "10月1日 至 10月7日", "放假安排还没公布")
                .doesNotContain("??");
        assertThat(page("/visits/nodes?name=国庆&first=2026-10-01&last=2026-10-07", DISTRICT))
                .contains("value=\"国庆\"", "value=\"2026-10-01\"", "value=\"2026-10-07\"");
        assertThat(add("国庆", "2026-10-01", "2026-10-07")).hasStatus3xxRedirection();
        assertThat(page("/visits/nodes", DISTRICT)).contains("10月1日开始", "共 7 天", "唐虚设", "收回“国庆”");

        long id = desk.system(() -> jdbc.queryForObject("select id from special_node", Long.class));
        assertThat(mvc.post().uri("/visits/nodes/" + id + "/remove").with(POINT).with(csrf()))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/visits/nodes/" + id + "/remove")
                        .with(DISTRICT)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page("/visits/nodes?lang=en", DISTRICT))
                .contains("Taken back, days in force: 0", "No node is entered")
                .doesNotContain("??");
    }

    @Test
    void whatDoesNotHoldIsSaidAtItsFieldAndNothingTypedIsLost() {
        MvcTestResult refused = add("<b>国庆</b>", "2026-07-05", "soon");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("第一天最早是今天", "请填最后一天", "&lt;b&gt;国庆&lt;/b&gt;", "href=\"#first\"", "value=\"2026-07-05\"");
    }

    @Test
    void aConsultantReadsTheCalendarAndDoesNotKeepIt() {
        add("国庆", "2026-10-01", "2026-10-07");
        assertThat(page("/visits/nodes", POINT)).contains("国庆").doesNotContain("登记一个节点", "收回“国庆”", "??");
        assertThat(mvc.post()
                        .uri("/visits/nodes")
                        .with(POINT)
                        .with(csrf())
                        .param("name", "X")
                        .param("first", "2026-07-07")
                        .param("last", "2026-07-07"))
                .hasStatus(403);
        assertThat(mvc.post().uri("/visits/nodes/404/remove").with(DISTRICT).with(csrf()))
                .hasStatus(404);
    }

    private MvcTestResult add(String name, String first, String last) {
        return mvc.post()
                .uri("/visits/nodes")
                .with(DISTRICT)
                .with(csrf())
                .param("name", name)
                .param("first", first)
                .param("last", last)
                .exchange();
    }

    private String page(String uri, UserRequestPostProcessor reader) {
        MvcTestResult response = mvc.get().uri(uri).with(reader).exchange();
        assertThat(response).hasStatusOk();
        return text(response);
    }

    private static String text(MvcTestResult response) {
        return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
