package org.jiuzhu.demo;

import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A handful of policies and resources, and what the two professional points offer. */
@Component
public class DemoLibraries {

    private static final String[][] POLICIES = {
        {"P-DIBAO", "BASIC_LIVING", "最低生活保障", "Minimum living allowance", "上海市社会救助条例"},
        {"P-TEMPORARY", "BASIC_LIVING", "临时救助", "Temporary assistance", "上海市社会救助条例 15, 29"},
        {"P-MEDICAL", "MEDICAL", "医疗救助", "Medical assistance", "上海市社会救助条例"},
        {"P-EDUCATION", "EDUCATION", "教育救助", "Education assistance", "上海市社会救助条例"},
        {"P-HOUSING", "HOUSING", "住房救助", "Housing assistance", "上海市社会救助条例"},
        {"P-WORK", "EMPLOYMENT", "就业救助", "Employment assistance", "上海市社会救助条例"},
    };

    private static final String[][] RESOURCES = {
        {"CHARITY_SHOP", "慈善超市", "Charity shop"},
        {"AIDS_RENTAL", "康复辅具租赁", "Rental of rehabilitation aids"},
        {"VOLUNTEERS", "邻里安全守望", "Neighbour watch"},
        {"URGENT_FUND", "临时遇困帮扶金", "Fund for sudden hardship"},
    };

    private final JdbcTemplate jdbc;

    DemoLibraries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Seeds what is missing. */
    public void seed(LocalDate today) {
        Date from = Date.valueOf(today.minusYears(1));
        for (String[] policy : POLICIES) {
            jdbc.update(
                    """
                    insert into policy (code, domain, name, name_en, source, valid_from) values (?, ?, ?, ?, ?, ?)
                    on conflict do nothing
                    """,
                    policy[0],
                    policy[1],
                    policy[2],
                    policy[3],
                    policy[4],
                    from);
        }
        for (String[] resource : RESOURCES) {
            jdbc.update(
                    """
                    insert into resource (kind, name, name_en, street_code, valid_from) values (?, ?, ?, ?, ?)
                    on conflict do nothing
                    """,
                    resource[0],
                    resource[1],
                    resource[2],
                    DemoNetwork.STREET_CODE,
                    from);
        }
        provider(
                DemoNetwork.QIMING,
                DemoNetwork.STREET_CODE,
                "SOCIAL_COMFORT",
                "SOCIAL_COUNSELLING",
                "SOCIAL_INCLUSION",
                "SOCIAL_FAMILY",
                "SOCIAL_STUDY",
                "WORK_JOB",
                "WORK_TRAINING",
                "WORK_GUIDANCE");
        provider(
                DemoNetwork.TONGXING,
                "999901001",
                "LIVING_VISIT",
                "LIVING_CARE",
                "LIVING_MEALS",
                "LIVING_CLEANING",
                "LIVING_ESCORT",
                "LIVING_HOME_SAFETY",
                "SOCIAL_COUNSELLING",
                "WORK_JOB",
                "WORK_TRAINING");
    }

    private void provider(String ngoCode, String homeStreet, String... needs) {
        jdbc.update(
                """
                insert into provider (ngo_code, need_codes, street_codes, home_street, capacity) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                ngoCode,
                needs,
                new String[] {DemoNetwork.STREET_CODE},
                homeStreet,
                20);
    }
}
