package org.jiuzhu.network.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 启明 is entrusted with the visits of 竹溪居委; only 松鹤's notice names social organisations among the visitors. */
@JiuzhuTest
class MandatePagesTest {

    private static final RequestPostProcessor LU = user("lu.shifan").roles("stationLead");
    private static final RequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final RequestPostProcessor TANG = user("tang.xushe").roles("districtSupervisor");

    @Autowired
    MockMvcTester pages;

    @Test
    void theStationEntrustsAndEndsIt() {
        assertThat(page(LU))
                .bodyText()
                .contains("竹溪居委", "启明社工服务中心", "松鹤街道全部居村", "松鹤街道·鹤鸣居委")
                .doesNotContain("??");

        assertThat(post("/visits/entrusted", LU, DemoNetwork.TONGXING, DemoNetwork.HEMING))
                .hasRedirectedUrl("/visits/entrusted");
        assertThat(page(LU)).bodyText().contains("同行助残服务社不再走访鹤鸣居委");

        assertThat(post("/visits/entrusted/end", LU, DemoNetwork.TONGXING, DemoNetwork.HEMING))
                .hasRedirectedUrl("/visits/entrusted");
        assertThat(page(LU)).bodyText().doesNotContain("不再走访鹤鸣居委");
    }

    @Test
    void whoKeepsNoPlaceReadsOnly() {
        assertThat(page(LIN))
                .bodyText()
                .contains("竹溪居委")
                .doesNotContain("/visits/entrusted/end", "<form class=\"form\"");
        assertThat(post("/visits/entrusted", LIN, DemoNetwork.TONGXING, DemoNetwork.HEMING))
                .hasStatus(403);
        assertThat(post("/visits/entrusted/end", LIN, DemoNetwork.QIMING, DemoNetwork.ZHUXI))
                .hasStatus(403);
        assertThat(post(
                        "/visits/entrusted",
                        user("yan.fanli").roles("stationLead"),
                        DemoNetwork.TONGXING,
                        DemoNetwork.HEMING))
                .as("the lead of another street")
                .hasStatus(403);
    }

    @Test
    void whatDoesNotHoldIsSaidAtItsField() {
        assertThat(post("/visits/entrusted", LU, "", DemoNetwork.HEMING))
                .hasStatus(422)
                .bodyText()
                .contains("请选一家社会组织");
        assertThat(post("/visits/entrusted", LU, DemoNetwork.QIMING, DemoNetwork.QIMING))
                .hasStatus(422)
                .bodyText()
                .contains("请选一个居村或街镇");
        assertThat(post("/visits/entrusted", TANG, DemoNetwork.QIMING, DemoNetwork.PUAN))
                .as("PT names nobody else")
                .hasStatus(422)
                .bodyText()
                .contains("普安居委按的文件没有写明社会组织可以走访");
    }

    private MvcTestResult page(RequestPostProcessor who) {
        return pages.get().uri("/visits/entrusted").with(who).exchange();
    }

    private MvcTestResult post(String address, RequestPostProcessor who, String ngo, String place) {
        return pages.post()
                .uri(address)
                .param("ngo", ngo)
                .param("place", place)
                .with(who)
                .with(csrf())
                .exchange();
    }
}
