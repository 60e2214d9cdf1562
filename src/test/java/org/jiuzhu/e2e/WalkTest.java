package org.jiuzhu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuzhu.household.Person;
import org.jiuzhu.support.Chromium;
import org.jiuzhu.support.RunningProduct;
import org.jiuzhu.support.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

/** One household from a 12345 ticket to a closed, followed-up case, by five people in their browsers. */
@RunningProduct
class WalkTest {

    private static final String HEAD = "赵示例";
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Town town;

    @Autowired
    Clock clock;

    private final Map<String, Colleague> colleagues = new HashMap<>();
    private int width;
    private String language;
    private LocalDate today;

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

    @AfterEach
    void everybodyGoesHome() {
        colleagues.values().forEach(Colleague::close);
    }

    @ParameterizedTest
    @CsvSource({"1280, zh", "390, en"})
    void aHouseholdFromTheHotlineToAClosedCase(int width, String language) {
        this.width = width;
        this.language = language;
        this.today = LocalDate.now(clock);
        town.runJobs();
        ticketFromTheHotline();

        triage();
        verify();
        assess();
        review();
        plan();
        refer();
        serve();
        followUp();
        closeTheCase();

        theCaseTellsItsStory();
        theSourceHasItsAnswer();
    }

    private void ticketFromTheHotline() {
        Person head = town.person(HEAD);
        var received = rest.withBasicAuth("hotline12345", "demo")
                .postForEntity(
                        "/api/v1/leads",
                        Map.of(
                                "sourceRef",
                                "GD-20260706-01",
                                "story",
                                "来电人说邻居赵先生药费多，家里困难。",
                                "reporterName",
                                "来电人",
                                "name",
                                HEAD,
                                "idNumber",
                                String.valueOf(head.idNumber()),
                                "committeeCode",
                                String.valueOf(head.place().pointCode())),
                        JsonNode.class);
        assertThat(received.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    private void triage() {
        task("gu.yangban", "研判线索", "Triage lead")
                .form("lead/triage-lead")
                .choose("danger", "NO")
                .choose("triage", "OPEN_CASE")
                .pick("householdId", HEAD)
                .write("reason", "已与来电人通话，情况清楚。")
                .submit();
    }

    private void verify() {
        Colleague consultant = task("lin.shiyong", "核实线索", "Verify lead");
        record(consultant);
        consultant
                .form("casefile/verify-lead")
                .date("verifiedOn", today)
                .choose("method", "VISIT")
                .choose("verified", "YES")
                .write("findings", "上门见到本人，药费明显增加。")
                .submit();
    }

    private void assess() {
        task("lin.shiyong", "告知并取得同意", "Give notice and get consent")
                .form("assessment/give-notice-and-consent")
                .date("noticeOn", today)
                .choose("explained", "PURPOSE", "DATA_USE", "RIGHTS", "VOLUNTARY")
                .choose("consentGiven", "YES")
                .choose("consentBy", "SELF")
                .choose("sensitiveConsent", "YES")
                .choose("consentForm", "SIGNED")
                .submit();

        Colleague consultant = task("lin.shiyong", "入户调查", "Conduct home survey");
        record(consultant);
        consultant
                .form("assessment/conduct-home-survey")
                .date("surveyedOn", today)
                .choose("method", "HOME_VISIT")
                .chooseText("surveyors", "林试用")
                .chooseText("surveyors", "何演练")
                .chooseText("present", HEAD)
                .write("householdSize", "2")
                .write("minors", "0")
                .write("monthlyIncome", "3860")
                .write("rigidSpending", "2,100")
                .choose("selfCare", "PARTLY")
                .choose("graduateSeeking", "NO")
                .choose("tenure", "PUBLIC_RENTAL")
                .choose("accessible", "NO")
                .choose("recentChange", "NONE")
                .write("wishes", "希望减轻药费负担，有人说说话。")
                .choose("safetyRisk", "NO")
                .submit();

        Map<String, String> risks = new LinkedHashMap<>();
        risks.put("economyRisk", "2");
        risks.put("healthRisk", "2");
        risks.put("educationRisk", "0");
        risks.put("housingRisk", "0");
        risks.put("employmentRisk", "0");
        risks.put("participationRisk", "1");
        task("lin.shiyong", "评定风险", "Score risk")
                .form("assessment/score-risk")
                .all(risks)
                .write("economyEvidence", "月收入 3860 元，药费约 2100 元")
                .write("healthEvidence", "慢性病，长期服药")
                .write("participationEvidence", "很少出门")
                .choose("socialWorkNeeds", "SOCIAL_COUNSELLING")
                .choose("willingness", "ALL")
                .submit();
    }

    private void review() {
        Colleague consultant = task("gu.yangban", "复核调查", "Review assessment");
        var form = consultant.form("assessment/review-assessment").choose("review", "APPROVED");
        consultant.page.locator(".f[data-path='tier'] label.ch").first().click();
        form.choose("policyFindClass", "NONE")
                .write("decisionReason", "结合家庭实际情况。")
                .choose("helpNeeded", "YES")
                .submit();
    }

    private void plan() {
        task("gu.yangban", "拟定服务方案", "Draft service plan")
                .form("casefile/draft-service-plan")
                .write("goal", "减轻心理压力，恢复日常交往")
                .choose("items[0].intervention", "REFERRAL")
                .write("items[0].goal", "每周面谈一次，两个月后情绪平稳")
                .write("items[0].planExcerpt", "近来睡眠不好，愿意每周与社工面谈一次。")
                .submit();
        task("he.yanlian", "与住户确认方案", "Confirm plan with household")
                .form("casefile/confirm-plan-with-household")
                .date("explainedOn", today)
                .choose("answeredBy", "SELF")
                .choose("planAnswer", "AGREED")
                .submit();
    }

    private void refer() {
        task("gu.yangban", "提出转介", "Propose referral")
                .form("referral/propose-referral")
                .choose("consentGiven", "YES")
                .date("consentOn", today)
                .choose("consentBy", "SELF")
                .chooseText("consentProviders", "启明社工服务中心")
                .write("planExcerpt", "近来睡眠不好，愿意每周与社工面谈一次。")
                .submit();

        task("shao.moni", "接收转介", "Accept referral")
                .form("referral/accept-referral")
                .choose("accepted", "YES")
                .write("workerName", "邵模拟")
                .date("firstServiceOn", today)
                .submit();
    }

    private void serve() {
        task("shao.moni", "提供服务", "Deliver service")
                .form("referral/deliver-service")
                .date("servedOn", today)
                .write("hours", "1.5")
                .choose("method", "VISIT")
                .write("content", "第一次面谈，约定每周二上午见面。")
                .submit();
        task("shao.moni", "提交结果", "Submit outcome")
                .form("referral/submit-outcome")
                .write("sessions", "6")
                .date("endedOn", today)
                .choose("outcome", "ACHIEVED")
                .write("outcomeNote", "情绪平稳，已能参加居委活动。")
                .submit();
        task("gu.yangban", "确认结果", "Confirm outcome")
                .form("referral/confirm-outcome")
                .choose("askedHousehold", "YES")
                .choose("satisfaction", "SATISFIED")
                .choose("outcomeConfirmed", "YES")
                .submit();
    }

    private void followUp() {
        Colleague consultant = task("gu.yangban", "跟踪回访", "Follow up");
        record(consultant);
        consultant
                .form("followup/follow-up")
                .date("followedOn", today)
                .choose("method", "VISIT")
                .choose("hazardsCleared", "DONE")
                .choose("urgentRelieved", "DONE")
                .choose("servicesDelivered", "DONE")
                .write("householdSays", "现在心里踏实多了。")
                .choose("resolved", "YES")
                .submit();
    }

    private void closeTheCase() {
        task("lu.shifan", "结案", "Close case")
                .form("casefile/close-case")
                .choose("closing", "CLOSE")
                .choose("closeReason", "RESOLVED")
                .write("summary", "困难已经缓解，转入日常走访。")
                .choose("tellHousehold", "YES")
                .submit();
    }

    private void theCaseTellsItsStory() {
        Colleague lead = colleague("lu.shifan");
        lead.open("/cases?which=CLOSED");
        lead.page.locator("a[data-row]").first().click();
        assertThat(lead.page.locator("h1")).containsText(HEAD);
        assertThat(lead.page.locator(".head .chip")).hasText(language.equals("en") ? "Closed" : "已结案");
        assertThat(lead.page.locator("ol.tl").first()).containsText(language.equals("en") ? "Case closed" : "个案结案");
        lead.looksRight();
    }

    private void theSourceHasItsAnswer() {
        JsonNode status = rest.withBasicAuth("hotline12345", "demo")
                .getForObject("/api/v1/leads/HOTLINE_12345/GD-20260706-01", JsonNode.class);
        assertThat(status.path("status").asText()).isEqualTo("CLOSED");
        assertThat(status.path("answers"))
                .extracting(answer -> answer.path("status").asText())
                .containsExactly("CASE_OPENED", "CASE_CLOSED");
    }

    /** The task as the work list calls it, claimed by somebody and open before them. */
    private Colleague task(String username, String chinese, String english) {
        return colleague(username).claim(language.equals("en") ? english : chinese, HEAD);
    }

    /** Writes the service record that the task wants first, and comes back to the task. */
    private void record(Colleague consultant) {
        String task = consultant.page.url();
        consultant.page.locator("a[href$='/record']").click();
        consultant.formIsThere();
        consultant
                .form("servicerecord/service-record")
                .choose("serviceMode", "VISIT")
                .date("servedOn", today)
                .write("hours", "0.5")
                .choose("servicesS2", "S21")
                .choose("initiator", "CONSULTANT")
                .write("content", "上门看望，了解身体、收入和家里的情况，说明下一步怎么办。")
                .submit();
        consultant.page.navigate(task);
        consultant.formIsThere();
    }

    private Colleague colleague(String username) {
        return colleagues.computeIfAbsent(
                username, name -> new Colleague(chromium, "http://127.0.0.1:" + port, width, language).logIn(name));
    }
}
