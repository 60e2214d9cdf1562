package org.jiuzhu.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.jiuzhu.network.Register;
import org.jiuzhu.rulebook.Held;
import org.jiuzhu.rulebook.InForce;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.workflow.DecisionTables;
import org.jiuzhu.workflow.WrittenTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules of 鹤鸣居委, which follows Songjiang's notice through its street, and of others. */
@JiuzhuTest
class RulesPagesTest {

    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor NGO = user("shao.moni").roles("ngoWorker");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3,}(?:_[A-Z]+)*");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Register register;

    @Autowired
    DecisionTables tables;

    @Autowired
    InForce inForce;

    @Autowired
    RepositoryService repository;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void oneSeesTheRulesOfOnesOwnPlaceWithTheSentenceTheyRestOn() {
        assertThat(page("/rules", LIN))
                .contains(
                        "鹤鸣居委的规则",
                        "每季度不少于 1 次",
                        "「对重点对象，每季度走访不少于1次」",
                        "松江区 沪松民〔2024〕33 号 三(一)",
                        "松江规则，随松鹤街道",
                        "松江区开展低收入人口探访关爱服务指导意见（试行）",
                        "文件为试行",
                        "支出型困难家庭，按字面不属高风险")
                .doesNotContain("??");
        assertThat(page("/rules?lang=en", LIN))
                .contains("Rules of 鹤鸣居委", "At least 1 a quarter", "Assumption", "「对重点对象，每季度走访不少于1次」")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chuansha", "changning", "songjiang", "putuo", "hangtou"})
    void everyRowOfTheProfileIsOnThePageAndWhatItLeavesOpenIsTheDefaults(String profile) {
        follow(Actors.STATION, profile);
        String page = page("/rules?org=" + Actors.POINT, LIN);
        List<String> own = rows(profile);
        assertThat(own).hasSizeGreaterThan(10).allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
        assertThat(inForce.rows(List.of(profile)).stream().map(Held::id))
                .containsAll(own)
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
        assertThat(words(page)).as("codes that nobody has worded").isEmpty();
        assertThat(words(page("/rules?lang=en&org=" + Actors.POINT, LIN))).isEmpty();
    }

    @Test
    void aRowOfTheDefaultThatTheProfileAnswersIsNotShown() {
        follow(Actors.STATION, "chuansha");
        assertThat(page("/rules?org=" + Actors.POINT, LIN))
                .contains("id=\"staffing.point-minimum-chuansha\"", "id=\"staffing.station-minimum\"")
                .doesNotContain("id=\"staffing.point-minimum\"");
    }

    @Test
    void theDayDecidesWhichProfileHolds() {
        transaction.executeWithoutResult(
                status -> register.assignProfile(Actors.STATION, "putuo", LocalDate.parse("2026-10-01"), null));
        assertThat(page("/rules?on=2026-09-30", LIN)).contains("每季度走访不少于1次").doesNotContain("每周不少于 2 次");
        assertThat(page("/rules?on=2026-10-01", LIN))
                .contains("每周不少于 2 次", "年度已过")
                .doesNotContain("每季度走访不少于1次");
        assertThat(page("/rules?on=2020-01-01", LIN)).contains("通用规则").doesNotContain("指导意见（试行）");
    }

    @Test
    void whatAnotherNoticeSaysIsAnAssumptionHereAndStatedThere() {
        assertThat(line(page("/rules", LIN), "lead-priority.majorChange")).contains("假设·借用他处", "航头镇");
        follow(Actors.STATION, "hangtou");
        assertThat(line(page("/rules", LIN), "lead-priority.majorChange")).contains("文件规定");
    }

    @Test
    void aSocialOrganisationReadsTheRulesOfItsStreet() {
        assertThat(page("/rules", NGO)).contains("松鹤街道的规则");
    }

    @Test
    void anUnknownUnitAndADayThatIsNoneAreToldSo() {
        assertThat(mvc.get().uri("/rules?org=999901999").with(LIN)).hasStatus(404);
        assertThat(mvc.get().uri("/rules?on=31.12.2026").with(LIN)).hasStatus(400);
    }

    @Test
    void theProfilesStandSideBySideAndDifferencesAreMarked() {
        assertThat(page("/rules/compare", LIN))
                .contains("川沙", "长宁", "松江", "普陀", "航头", "通用", "每 10,000 人口 1 名", "每周不少于 2 次")
                .doesNotContain("??", "转介几次不成转会商");
        String everything = page("/rules/compare?all=true&lang=en", LIN);
        assertThat(everything).contains("Referral offers before a conference").doesNotContain("??");
        assertThat(words(everything)).isEmpty();
    }

    @Test
    void whatAModelerDeploysIsOnThePage() throws IOException {
        follow(Actors.STATION, "chuansha");
        String shipped = Files.readString(Path.of("processes/rules/staffing.dmn"));
        String changed = shipped.replace(
                "<outputEntry id=\"point-minimum-chuansha-value\"><text>2</text>",
                "<outputEntry id=\"point-minimum-chuansha-value\"><text>5</text>");
        assertThat(changed).isNotEqualTo(shipped);
        String deployment = repository
                .createDeployment()
                .addString("staffing.dmn", changed)
                .deploy()
                .getId();
        try {
            assertThat(line(page("/rules", LIN), "staffing.point-minimum-chuansha"))
                    .contains("不少于 5 人");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
        assertThat(line(page("/rules", LIN), "staffing.point-minimum-chuansha")).contains("不少于 2 人");
    }

    private void follow(String org, String profile) {
        transaction.executeWithoutResult(
                status -> register.assignProfile(org, profile, LocalDate.parse("2026-07-01"), null));
    }

    private List<String> rows(String profile) {
        return tables.latest().stream()
                .flatMap(table -> table.rows().stream()
                        .filter(row -> profileOf(row).equals(profile))
                        .map(row -> table.id() + "." + row.id()))
                .toList();
    }

    private static String profileOf(WrittenTable.Row row) {
        return row.conditions().getOrDefault("profile", "").replace("\"", "");
    }

    private static String line(String page, String id) {
        int start = page.indexOf("id=\"" + id + "\"");
        return page.substring(start, page.indexOf("</dd>", start));
    }

    /** What readers see in capitals, apart from names. */
    private static List<String> words(String page) {
        String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        return CODE.matcher(main.replaceAll("<[^>]*>", " "))
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.equals("NGO"))
                .distinct()
                .toList();
    }

    private String page(String uri, UserRequestPostProcessor reader) {
        var response = mvc.get().uri(uri).with(reader).exchange();
        assertThat(response).hasStatusOk();
        return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
