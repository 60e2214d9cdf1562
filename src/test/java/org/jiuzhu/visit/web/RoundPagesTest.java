package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Rounds as the district's supervisor and the administrator see them. */
@JiuzhuTest
class RoundPagesTest {

    private static final UserRequestPostProcessor TANG = user("tang.xushe").roles("districtSupervisor");
    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Timers timers;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void beforeTheFirstRoundThePageSaysWhenOneComes() throws Exception {
        assertThat(page("zh")).contains("还没有排过程", "每天零点自动排一次").doesNotContain("every 3s");
        assertThat(page("en")).contains("No round yet", "One runs every midnight");
    }

    @Test
    void aRoundByHandWaitsRunsAndSaysWhatItDid() throws Exception {
        assertThat(run(TANG)).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/visits/rounds");
        assertThat(run(TANG)).hasStatus3xxRedirection();
        assertThat(page("zh"))
                .contains("PC-2026-000001", "等待开始", "手动", "唐虚设", "every 3s")
                .doesNotContain("PC-2026-000002");

        timers.fire("serviceTask_beginRound");
        assertThat(page("zh")).contains("正在进行", "every 3s");
        timers.runAsync();
        assertThat(page("zh")).contains("已完成", "上次做完").doesNotContain("every 3s");
        assertThat(page("en")).contains("Finished", "By hand");
    }

    @Test
    void whatCouldNotBeSentOutIsShownByItsNumber() throws Exception {
        desk.system(
                () -> jdbc.update(
                        """
                insert into visit_window (person_id, extra, per, on_node, start_on, end_on, owed_from, required, channels,
                    distinct_days, tier, task_on, district_code, street_code, start_failed_at)
                values (1, 'CHANGE', 'DAY', false, '2026-07-06', '2026-07-07', '2026-07-06', 1, 'ANY', false, 'HIGH',
                    '2026-07-06', '999901', '999901005', now())
                """));

        assertThat(page("zh")).contains("没能派出的走访", "TF-2026-000000001", "还有 1 个走访等着派出");
    }

    @Test
    void nobodyElseSeesOrRunsThem() {
        assertThat(mvc.get().uri("/visits/rounds").with(LIN)).hasStatus(404);
        assertThat(run(LIN)).hasStatus(404);
        assertThat(desk.system(() -> jdbc.queryForObject("select count(*) from visit_round", Long.class)))
                .isZero();
    }

    private MvcTestResult run(UserRequestPostProcessor as) {
        return mvc.post().uri("/visits/rounds").with(as).with(csrf()).exchange();
    }

    private String page(String language) throws Exception {
        return mvc.get()
                .uri("/visits/rounds?lang=" + language)
                .with(TANG)
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
