package org.jiuzhu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Chromium;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.RunningProduct;
import org.jiuzhu.support.Town;
import org.jiuzhu.visit.Visits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every page without a violation of WCAG 2 A or AA, and the day's work without a mouse. */
@RunningProduct
@Import(Visits.class)
class AccessibilityTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    Households households;

    @Autowired
    Visits visits;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

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

    @ParameterizedTest
    @CsvSource({"1280, zh, light", "390, en, dark"})
    void noPageKeepsAnybodyOut(int width, String language, String theme) {
        String lead = town.caseAt("conductHomeSurvey", "赵示例", Route.CASE);
        town.caseAt("acceptReferral", "蔡拟名", Route.CASE);
        String survey = desk.task("conductHomeSurvey");
        long record = desk.system(() -> jdbc.queryForObject("select min(id) from service_record", Long.class));
        long person = town.person("赵示例").id();
        long household = desk.system(() -> jdbc.queryForObject(
                "select household_id from household_member where person_id = ?", Long.class, person));
        String number = desk.system(() -> jdbc.queryForObject("select min(number) from assistance_case", String.class));

        try (Colleague nobody = colleague(width, language, theme)) {
            nobody.page.reload();
            isAccessible(nobody);
        }
        try (Colleague consultant = colleague(width, language, theme).logIn("lin.shiyong")) {
            isAccessible(consultant);
            for (String path : List.of(
                    "/tasks?scope=mine",
                    "/today",
                    "/today?order=due&show=later",
                    "/today/record?person=" + person + "&mode=PHONE",
                    "/today/record?person=" + person + "&mode=VISIT",
                    "/people",
                    "/people?q=zhao",
                    "/people/" + person,
                    "/people/" + person + "/fields",
                    "/people/" + person + "/edit",
                    "/people/table",
                    "/visits/ledger",
                    "/visits/ledger?asOf=2026-01-01",
                    "/visits/ledger/sheet",
                    "/households/" + household,
                    "/households/new",
                    "/changes/new",
                    "/cases",
                    "/cases/" + number,
                    "/leads",
                    "/leads/" + lead,
                    "/relatives",
                    "/report",
                    "/records/" + record,
                    "/records/" + record + "/sheet",
                    "/rules",
                    "/rules/compare?all=true",
                    "/visits/nodes",
                    "/libraries",
                    "/libraries/ZC-0003",
                    "/demo/clock",
                    "/system",
                    "/nowhere")) {
                consultant.open(path);
                isAccessible(consultant);
            }
            consultant.expectFailure();
            consultant.open("/leads/new");
            consultant.formIsThere();
            isAccessible(consultant);
            consultant.open("/tasks/" + survey);
            consultant.formIsThere();
            isAccessible(consultant);
            consultant.claim(language.equals("en") ? "Conduct home survey" : "入户调查", "赵示例");
            isAccessible(consultant);
            consultant.page.locator("[data-form-submit]").click();
            consultant.page.locator(".form-note").waitFor();
            isAccessible(consultant);
            consultant.open("/tasks/" + survey + "/record");
            consultant.formIsThere();
            isAccessible(consultant);
        }
        try (Colleague supervisor = colleague(width, language, theme).logIn("tang.xushe")) {
            String day = LocalDate.now(clock).plusMonths(1).toString();
            for (String path : List.of(
                    "/visits/nodes",
                    "/rules/changes",
                    "/rules/changes/new?kind=CADENCE&profile=songjiang",
                    "/rules/changes/new?kind=PROFILE",
                    "/rules/changes/preview?kind=CADENCE&profile=songjiang&count_general-songjiang=2&on=" + day)) {
                supervisor.open(path);
                isAccessible(supervisor);
            }
            supervisor.page.locator("progress").waitFor(GONE);
            isAccessible(supervisor);
        }
        try (Colleague worker = colleague(width, language, theme).logIn("shao.moni")) {
            worker.claim(language.equals("en") ? "Accept referral" : "接收转介", "蔡拟名");
            isAccessible(worker);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, zh, light", "390, en, dark"})
    void noPageOfTheDaysVisitsKeepsAnybodyOut(int width, String language, String theme) {
        Household home = desk.system(
                () -> households.get(households.householdOf(town.person("赵示例").id())));
        DataScope.system("test").run(() -> households.flag(home.id(), Set.of(SafetyFlag.DOG)));
        visits.of(home).forEach(visits::start);
        String task = desk.tasks("conductVisit").get(0);

        try (Colleague volunteer = colleague(width, language, theme).logIn("meng.tiyan")) {
            for (String path : List.of("/today?show=later", "/tasks", "/tasks/" + task)) {
                volunteer.open(path);
                isAccessible(volunteer);
            }
            volunteer.open("/today?show=later");
            volunteer.page.locator("form[action='/today/stay'] button").click();
            volunteer.page.locator("form[action='/today/stay/out'] button").waitFor();
            isAccessible(volunteer);
            volunteer.claim(language.equals("en") ? "Visit" : "走访", "赵示例");
            isAccessible(volunteer);
        }
        try (Colleague station = colleague(width, language, theme).logIn("lu.shifan")) {
            station.open("/today");
            assertThat(station.page.locator("a[data-row]")).not().hasCount(0);
            for (String path : List.of("/today", "/visits/entrusted")) {
                station.open(path);
                isAccessible(station);
            }
        }
        try (Colleague supervisor = colleague(width, language, theme).logIn("tang.xushe")) {
            supervisor.open("/visits/rounds");
            isAccessible(supervisor);
        }
        try (Colleague consultant = colleague(width, language, theme).logIn("lin.shiyong")) {
            consultant.open("/today/record?mode=VISIT&person=" + home.headPersonId());
            consultant.page.locator("form[action='/today/stay'] button").click();
            consultant.page.locator("form[action='/today/stay/out'] button").waitFor();
            isAccessible(consultant);
            consultant.open("/today");
            isAccessible(consultant);
            consultant.open("/today/record?mode=VISIT&person=" + home.headPersonId());
            consultant.page.locator("input[name=people]").first().check();
            consultant.page.locator("input[name=outcome][value=NO_CHANGE]").check();
            consultant.page.locator("[data-save-button]").click();
            consultant.page.locator(".toast button").waitFor();
            isAccessible(consultant);
        }
    }

    @Test
    void theDaysWorkNeedsNoMouse() {
        town.caseAt("confirmPlanWithHousehold", "赵示例", Route.CASE);
        try (Colleague consultant = colleague(1280, "zh", "light")) {
            consultant.tabTo("button[value='lin.shiyong']");
            consultant.page.keyboard().press("Enter");
            consultant.page.waitForURL("**/tasks");

            consultant.page.keyboard().press("Tab");
            assertThat(consultant.page.locator(".skip")).isFocused();
            consultant.page.keyboard().press("Enter");
            consultant.page.keyboard().press("j");
            assertThat(consultant.page.locator("a[data-row]").first()).isFocused();
            consultant.page.keyboard().press("Enter");
            consultant.page.waitForURL("**/tasks/*-*");
            consultant.tabTo("form[action$='/claim'] button");
            consultant.page.keyboard().press("Enter");
            consultant.formIsThere();

            consultant.tabTo("[data-path='explainedOn'] input");
            typeDate(consultant, LocalDate.now(clock));
            consultant.tabTo("[data-path='answeredBy'] input");
            consultant.page.keyboard().press("Space");
            consultant.tabTo("[data-path='planAnswer'] input");
            consultant.page.keyboard().press("Space");
            consultant.tabTo("[data-form-submit]");
            consultant.page.keyboard().press("Enter");

            consultant.page.waitForURL("**/tasks");
            assertThat(consultant.page.locator(".toast")).containsText("已提交：与住户确认方案");
            consultant.looksRight();
        }
    }

    private Colleague colleague(int width, String language, String theme) {
        return new Colleague(chromium, "http://127.0.0.1:" + port, width, language).inTheme(theme);
    }

    /** In the order that the machine's browser wants. */
    private static void typeDate(Colleague colleague, LocalDate day) {
        for (String order : List.of("MMdduuuu", "uuuuMMdd", "ddMMuuuu")) {
            colleague.page.keyboard().type(DateTimeFormatter.ofPattern(order).format(day));
            if (day.toString().equals(colleague.page.evaluate("() => document.activeElement.value"))) {
                return;
            }
            colleague.page.keyboard().press("ArrowLeft");
            colleague.page.keyboard().press("ArrowLeft");
        }
        throw new AssertionError("The date field takes no " + day);
    }

    private static void isAccessible(Colleague colleague) {
        List<Rule> violations = new AxeBuilder(colleague.page)
                .withTags(WCAG)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(AccessibilityTest::inWords).toList())
                .as(colleague.page.url())
                .isEmpty();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n  " + node.getTarget() + " " + node.getHtml() + " "
                                + node.getFailureSummary().replace("\n", " "))
                        .reduce("", String::concat);
    }
}
