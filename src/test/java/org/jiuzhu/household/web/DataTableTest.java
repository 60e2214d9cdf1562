package org.jiuzhu.household.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.support.Actors.OTHER_POINT;
import static org.jiuzhu.support.Actors.POINT;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Spreadsheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 困难群众综合数据表 (R8): paged, in the reader's scope, exported with its sources, on record. */
@JiuzhuTest
class DataTableTest {

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

    @BeforeEach
    void twentySevenResidents() {
        desk.system(() -> {
            long id = people.register(new NewPerson(
                            POINT,
                            "阿示例",
                            ID,
                            "13800000026",
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.MARGINAL))))
                    .id();
            households.register(new NewHousehold(POINT, "样板路 88 弄", "12 号 301 室", id));
            for (int n = 0; n < 25; n++) {
                people.register(new NewPerson(POINT, "周样" + (char) ('一' + n), null, null));
            }
            people.register(new NewPerson(POINT, "=1+1", null, null));
            return people.register(new NewPerson(OTHER_POINT, "邻居样", null, null));
        });
    }

    @Test
    void thePointsPeopleStandInTheNoticesColumnsPageByPage() throws Exception {
        String first = read("/people/table", lin());
        assertThat(first)
                .contains("人员分类", "享受救助情况", "最低生活保障边缘家庭", "阿示例", "999999********0026", "已显示 25 人，共 27 人")
                .doesNotContain(ID, "邻居样");
        String next = first.replaceAll("(?s).*href=\"(/people/table[^\"]*after=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(read(next, lin())).contains("已显示 27 人，共 27 人").doesNotContain("阿示例");
    }

    @Test
    void theExportHasEverybodyAndWhereEachThingComesFromAndIsOnRecord() throws Exception {
        MockHttpServletResponse answer = pages.get()
                .uri("/people/table.xlsx?lang=zh")
                .with(lin())
                .exchange()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition")).contains("residents-" + POINT + "-2026-07-06.xlsx");
        String book = Spreadsheets.text(answer.getContentAsByteArray());
        assertThat(book)
                .contains("阿示例", "周样一", "登记时所填", "2026-07-06", "样板路 88 弄", ">=1+1<")
                .doesNotContain("<f>", ID, "13800000026", "邻居样");
        assertThat(desk.system(() -> jdbc.queryForList(
                        "select actor || ' ' || detail from audit_event where subject_type = 'residents'",
                        String.class)))
                .isEqualTo(List.of("lin.shiyong export"));
    }

    @Test
    void anotherCommitteeIsNotThere() {
        for (String uri : List.of("/people/table?point=" + OTHER_POINT, "/people/table.xlsx?point=" + OTHER_POINT)) {
            assertThat(pages.get().uri(uri).with(lin()).exchange()).as(uri).hasStatus(404);
        }
        assertThat(pages.get()
                        .uri("/people/table?point=" + OTHER_POINT)
                        .with(user("gu.yangban").roles("stationConsultant"))
                        .exchange())
                .hasStatusOk();
    }

    private static RequestPostProcessor lin() {
        return user("lin.shiyong").roles("pointConsultant");
    }

    private String read(String uri, RequestPostProcessor reader) throws Exception {
        var answer = pages.get()
                .uri(java.net.URI.create(uri + (uri.contains("?") ? "&" : "?") + "lang=zh"))
                .with(reader)
                .exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
