package org.jiuzhu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiuzhu.network.Network;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.support.Chromium;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.RunningProduct;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Town;
import org.jiuzhu.support.Visiting;
import org.jiuzhu.visit.VisitPlans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A consultant's day in a browser: on a phone at the door, and at a desk. */
@RunningProduct
class TodayTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    VisitPlans plans;

    @Autowired
    Network network;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void visitsAreOwed() {
        clock.set("2026-07-29T09:12:00");
        new Visiting(plans, network).owed(town.person("蔡拟名").id(), Tier.SPECIAL, Per.WEEK, LocalDate.of(2026, 7, 20));
    }

    @Test
    void aPhoneVisitWithoutAChangeTakesFiveTapsAndTwoPages() {
        try (Colleague lin = colleague(390, "zh").logIn("lin.shiyong")) {
            lin.open("/today");
            var taps = new AtomicInteger();
            lin.page.exposeFunction("tapped", args -> taps.incrementAndGet());
            lin.page.addInitScript("addEventListener('pointerdown', () => tapped(), true)");
            lin.page.evaluate("addEventListener('pointerdown', () => tapped(), true)");
            List<String> pages = new CopyOnWriteArrayList<>();
            lin.page.onFrameNavigated(frame -> pages.add(frame.url()));

            lin.page
                    .locator("article.hh")
                    .filter(new Locator.FilterOptions().setHasText("赵示例户"))
                    .getByText("电话记录")
                    .click();
            lin.page.waitForURL("**/today/record?**");
            shoot(lin, "record-390-zh");
            lin.page
                    .locator("label.ch", new Page.LocatorOptions().setHasText("赵示例"))
                    .click();
            lin.page
                    .locator("label.ch", new Page.LocatorOptions().setHasText("钱演示"))
                    .click();
            lin.page
                    .locator("label.ch", new Page.LocatorOptions().setHasText("无变化"))
                    .click();
            assertThat(lin.page.locator("#content").inputValue()).isEqualTo("电话联系，2 人身体和生活与上次一样，没有新的需要。");
            shoot(lin, "record-390-zh-filled");
            lin.page.getByText("保存，2 人本期走访计入").click();
            lin.page.waitForURL("**/today");
            lin.looksRight();

            assertThat(lin.page.locator(".toast > span").textContent()).isEqualTo("已保存，2 人的走访已计入。");
            assertThat(lin.page
                            .locator("article.hh")
                            .filter(new Locator.FilterOptions().setHasText("赵示例户"))
                            .count())
                    .isZero();
            assertThat(taps).hasValue(5);
            assertThat(pages).hasSize(2);
        }
        assertThat(desk.system(() -> jdbc.queryForList(
                        "select settled_as from visit_window where settled_as = 'MET'", String.class)))
                .containsExactly("MET", "MET");
    }

    @Test
    void onADeskTheRecordOpensBesideTheListAndTheSentenceFollowsTheTaps() {
        try (Colleague lin = colleague(1280, "zh").logIn("lin.shiyong")) {
            lin.open("/today");
            lin.page.locator("article.hh.sel").getByText("上门记录").click();
            Locator form = lin.page.locator("#quick [data-quick-form]");
            form.waitFor();
            assertThat(form.locator("h1").textContent()).isEqualTo("上门记录·蔡拟名户");

            form.locator("label.ch", new Locator.LocatorOptions().setHasText("蔡拟名"))
                    .click();
            form.locator("label.ch", new Locator.LocatorOptions().setHasText("不愿见面"))
                    .click();
            Locator content = form.locator("#content");
            assertThat(content.inputValue()).isEqualTo("上门走访，本人表示这次不愿多谈，尊重其意愿。");
            assertThat(form.locator("#refusalReason").isVisible()).isTrue();
            shoot(lin, "today-1280-zh-quick");
            content.fill("老人说今天累了。");
            form.locator("label.ch", new Locator.LocatorOptions().setHasText("无变化"))
                    .click();
            assertThat(content.inputValue()).isEqualTo("老人说今天累了。");
            assertThat(form.locator("#refusalReason").isVisible()).isFalse();
            form.locator("[data-save-button]").click();
            lin.page.waitForURL("**/today");
            lin.looksRight();
            assertThat(lin.page.locator(".toast > span").textContent()).isEqualTo("已保存，1 人的走访已计入。");
        }
    }

    @Test
    void theDayIsReadInBothLanguagesAndInTheDark() {
        for (String look : List.of("zh light 1280", "zh dark 390", "en dark 1280", "en light 390")) {
            String[] how = look.split(" ");
            try (Colleague lin =
                    colleague(Integer.parseInt(how[2]), how[0]).inTheme(how[1]).logIn("lin.shiyong")) {
                for (String path : List.of("/today", "/today?order=due", "/today?show=later", "/today?show=done")) {
                    lin.open(path);
                    shoot(lin, path.replaceAll("\\W", "") + "-" + how[2] + "-" + how[0]);
                }
                lin.open("/today/record?person=" + town.person("赵示例").id() + "&mode=VISIT");
                shoot(lin, "record-" + how[2] + "-" + how[0]);
            }
        }
    }

    private static void shoot(Colleague colleague, String name) {
        colleague.page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/look/" + name + ".png")));
    }

    private Colleague colleague(int width, String language) {
        return new Colleague(chromium, "http://127.0.0.1:" + port, width, language);
    }
}
