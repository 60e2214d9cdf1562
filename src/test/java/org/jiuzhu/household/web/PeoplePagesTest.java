package org.jiuzhu.household.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.support.Actors.POINT;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.timeline.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@JiuzhuTest
class PeoplePagesTest {

    @Autowired
    MockMvcTester pages;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Timeline timeline;

    long id;
    long householdId;

    @BeforeEach
    void oneHousehold() {
        DataScope.system("test").run(() -> {
            id = people.register(new NewPerson(
                            POINT,
                            "赵示例",
                            "999999195003120026",
                            "13800000026",
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.MARGINAL))))
                    .id();
            householdId = households
                    .register(new NewHousehold(POINT, "样板路 88 弄", "12 号 301 室", id))
                    .id();
            people.register(new NewPerson(POINT, "<script>alert('x')</script>", null, null));
        });
    }

    private static RequestPostProcessor lin() {
        return user("lin.shiyong").roles("pointConsultant");
    }

    private static RequestPostProcessor zhuOfTheNextPoint() {
        return user("zhu.yangli").roles("pointConsultant", "pointLead");
    }

    private String page(String uri, String language, RequestPostProcessor reader) throws Exception {
        var answer = pages.get().uri(uri + "?lang=" + language).with(reader).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @Test
    void theListShowsThePointsPeopleWithMaskedWordsAndNoScript() throws Exception {
        String page = page("/people", "zh", lin());
        assertThat(page)
                .contains("赵示例", "女·76 岁", "低保边缘", "鹤鸣居委", "样板路 88 弄 12 号 301 室")
                .doesNotContain("<script>alert", "999999195003120026", "13800000026");
    }

    @Test
    void aSearchAnswersWithTheFoundPartOnly() throws Exception {
        var answer = pages.get()
                .uri("/people?q=zsl")
                .header("HX-Request", "true")
                .with(lin())
                .exchange();
        assertThat(answer.getResponse().getContentAsString()).contains("赵示例").doesNotContain("alert", "<!doctype");
    }

    @Test
    void aPersonsPageTellsWhyTheTierIsWhatItIs() throws Exception {
        String page = page("/people/" + id, "zh", lin());
        assertThat(page)
                .contains("1950年3月12日生", "138****0026", "999999********0026", "在库困难群众", "SJ 二(三)")
                .contains("/people/" + id + "/reveal?field=PHONE")
                .doesNotContain("999999195003120026", "13800000026");
    }

    @Test
    void theSamePagesSpeakEnglish() throws Exception {
        assertThat(page("/people/" + id, "en", lin())).contains("Female · 76 years", "Marginal to the allowance");
        assertThat(page("/people", "en", lin())).contains("Residents");
    }

    @Test
    void whatHappenedToTheHouseholdIsOnThePersonsPage() throws Exception {
        DataScope.system("test")
                .run(() -> timeline.add(
                        "referral.accepted",
                        households.subject("ZJ-2026-000001", householdId, null, Urgency.NORMAL),
                        null,
                        Actor.machine("system"),
                        Map.of()));
        assertThat(page("/people/" + id, "zh", lin())).contains("机构接收转介");
    }

    @Test
    void aPersonOfAnotherPointIsNotThere() {
        for (String uri : List.of("/people/" + id, "/households/" + householdId, "/people/4711")) {
            assertThat(pages.get().uri(uri).with(zhuOfTheNextPoint()).exchange())
                    .as(uri)
                    .hasStatus(404);
        }
        assertThat(pages.post()
                        .uri("/people/" + id + "/reveal?field=PHONE")
                        .with(zhuOfTheNextPoint())
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void aNumberIsShownInFullToWhoeverMaySeeThePerson() {
        assertThat(pages.post()
                        .uri("/people/" + id + "/reveal?field=PHONE")
                        .with(lin())
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.value")
                .isEqualTo("13800000026");
    }

    @Test
    void aHouseholdHasItsOwnPage() throws Exception {
        assertThat(page("/households/" + householdId, "zh", lin())).contains("赵示例", "户主", "样板路 88 弄 12 号 301 室");
    }
}
