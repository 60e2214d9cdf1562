package org.jiuzhu.demo;

import static org.jiuzhu.demo.Resident.child;
import static org.jiuzhu.demo.Resident.head;
import static org.jiuzhu.demo.Resident.spouse;
import static org.jiuzhu.household.AssistanceCategory.DIBAO_URBAN;
import static org.jiuzhu.household.AssistanceCategory.EXPENDITURE;
import static org.jiuzhu.household.AssistanceCategory.FOUND_BY_VISIT;
import static org.jiuzhu.household.AssistanceCategory.MARGINAL;
import static org.jiuzhu.household.AssistanceCategory.TEMPORARY_APPLICANT;
import static org.jiuzhu.household.PersonDetails.DisabilityKind.PHYSICAL;
import static org.jiuzhu.household.PersonDetails.Employment.EMPLOYED;
import static org.jiuzhu.household.PersonDetails.Employment.FLEXIBLE;
import static org.jiuzhu.household.PersonDetails.Employment.RETIRED;
import static org.jiuzhu.household.PersonDetails.Employment.SEEKING;
import static org.jiuzhu.household.PersonDetails.Employment.UNABLE;
import static org.jiuzhu.household.PersonDetails.HukouKind.OTHER_PROVINCE;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.MARRIED;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.SINGLE;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.WIDOWED;
import static org.jiuzhu.household.PersonDetails.SelfCare.NONE;
import static org.jiuzhu.household.PersonDetails.SelfCare.PARTLY;
import static org.jiuzhu.household.SafetyFlag.DISABLED;
import static org.jiuzhu.household.SafetyFlag.ELDERLY_ALONE;
import static org.jiuzhu.household.SafetyFlag.MINOR;
import static org.jiuzhu.household.SupportMode.DISPERSED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.household.PersonDetails.HukouKind;

/**
 * The households of the other four streets that are written by hand: people of the acceptance scenarios, rare
 * characters, names of many and of few characters, and three who are called the same.
 */
final class NamedHomes {

    private static final Map<String, List<Home>> BY_POINT = Map.of(
            DemoNetwork.YUNDONG,
            List.of(
                    new Home(
                            DemoNetwork.YUNDONG,
                            "云示路 8 弄",
                            "15 号 102 室",
                            Set.of(DISABLED, MINOR),
                            head("李虚构", "19660815005")
                                    .is(DIBAO_URBAN)
                                    .phone("13800000054")
                                    .married(MARRIED)
                                    .works(UNABLE)
                                    .disabled(PHYSICAL, 1)
                                    .selfCare(NONE),
                            spouse("申拟作", "19690212052").is(DIBAO_URBAN).works(FLEXIBLE),
                            child("李拟名", "20101103053").is(DIBAO_URBAN)),
                    new Home(
                            DemoNetwork.YUNDONG,
                            "云示路 1 弄",
                            "3 号 201 室",
                            Set.of(),
                            head("韩迁移", "19690101016")
                                    .is(TEMPORARY_APPLICANT)
                                    .phone("13800000165")
                                    .married(SINGLE)
                                    .works(FLEXIBLE))),
            DemoNetwork.FANYING,
            List.of(new Home(
                    DemoNetwork.FANYING,
                    "帆示路 2 弄",
                    "1 号 101 室",
                    Set.of(ELDERLY_ALONE),
                    head("王示例", "19400404054").is(DIBAO_URBAN).married(WIDOWED).works(RETIRED))),
            DemoNetwork.YUNXI,
            List.of(new Home(
                    DemoNetwork.YUNXI,
                    "云西村 4 组",
                    "18 号",
                    Set.of(),
                    head("王示例", "19520615055")
                            .destitute(DISPERSED)
                            .rural()
                            .married(SINGLE)
                            .works(RETIRED))),
            DemoNetwork.ZHIYUAN,
            List.of(new Home(
                    DemoNetwork.ZHIYUAN,
                    "知示路 5 弄",
                    "2 号 303 室",
                    Set.of(ELDERLY_ALONE),
                    head("𠮷示例", "19450908056")
                            .destitute(DISPERSED)
                            .phone("021-55560056")
                            .married(WIDOWED)
                            .works(RETIRED)
                            .selfCare(PARTLY))),
            DemoNetwork.XINGJIAN,
            List.of(new Home(
                    DemoNetwork.XINGJIAN,
                    "行示路 9 弄",
                    "6 号 402 室",
                    Set.of(),
                    head("于例", "19990303058")
                            .is(FOUND_BY_VISIT)
                            .phone("13800000588")
                            .married(SINGLE)
                            .works(SEEKING))),
            DemoNetwork.PUAN,
            List.of(new Home(
                    DemoNetwork.PUAN,
                    "普示路 6 弄",
                    "9 号 101 室",
                    Set.of(),
                    head("冯占位", "19720520010")
                            .is(EXPENDITURE)
                            .phone("13800000103")
                            .married(WIDOWED)
                            .works(UNABLE)
                            .ill("恶性肿瘤", 9)
                            .selfCare(PARTLY)
                            .specialCare(),
                    child("冯试题", "20060909014").is(EXPENDITURE))),
            DemoNetwork.HEFENG,
            List.of(new Home(
                    DemoNetwork.HEFENG,
                    "和示路 3 弄",
                    "7 号 501 室",
                    Set.of(),
                    head("𡋾样本", "19610721060")
                            .is(MARGINAL)
                            .phone("13800000608")
                            .married(MARRIED)
                            .works(RETIRED),
                    spouse("欧阳样册", "19580130061").is(MARGINAL).works(RETIRED))),
            DemoNetwork.HANGDAO,
            List.of(
                    new Home(
                            DemoNetwork.HANGDAO,
                            "航道村 2 组",
                            "7 号",
                            Set.of(),
                            head("阿卜杜热合曼·买买提示例·样本演示", "19880516063")
                                    .is(MARGINAL)
                                    .phone("13800000632")
                                    .registeredAt(OTHER_PROVINCE, "外省示意县")
                                    .married(SINGLE)
                                    .works(EMPLOYED)),
                    new Home(
                            DemoNetwork.HANGDAO,
                            "航道村 6 组",
                            "21 号",
                            Set.of(),
                            head("王示例", "19870909064")
                                    .is(TEMPORARY_APPLICANT)
                                    .registeredAt(HukouKind.RURAL, "航道村 6 组 21 号")
                                    .phone("13800000640")
                                    .married(SINGLE)
                                    .works(FLEXIBLE))));

    private NamedHomes() {}

    static List<Home> at(String pointCode) {
        return BY_POINT.getOrDefault(pointCode, List.of());
    }
}
