package org.jiuzhu.demo;

import static org.jiuzhu.demo.DemoNetwork.HEMING;
import static org.jiuzhu.demo.Resident.child;
import static org.jiuzhu.demo.Resident.head;
import static org.jiuzhu.demo.Resident.parent;
import static org.jiuzhu.demo.Resident.spouse;
import static org.jiuzhu.household.AssistanceCategory.CHILD_IN_NEED;
import static org.jiuzhu.household.AssistanceCategory.DIBAO_URBAN;
import static org.jiuzhu.household.AssistanceCategory.EXPENDITURE;
import static org.jiuzhu.household.AssistanceCategory.FOUND_BY_VISIT;
import static org.jiuzhu.household.AssistanceCategory.MARGINAL;
import static org.jiuzhu.household.AssistanceCategory.SPECIAL_AID;
import static org.jiuzhu.household.AssistanceCategory.TEMPORARY_APPLICANT;
import static org.jiuzhu.household.PersonDetails.DisabilityKind.HEARING;
import static org.jiuzhu.household.PersonDetails.DisabilityKind.PHYSICAL;
import static org.jiuzhu.household.PersonDetails.Employment.FLEXIBLE;
import static org.jiuzhu.household.PersonDetails.Employment.RETIRED;
import static org.jiuzhu.household.PersonDetails.Employment.SEEKING;
import static org.jiuzhu.household.PersonDetails.Employment.UNABLE;
import static org.jiuzhu.household.PersonDetails.HukouKind.URBAN;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.DIVORCED;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.MARRIED;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.SINGLE;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.WIDOWED;
import static org.jiuzhu.household.PersonDetails.SelfCare.NONE;
import static org.jiuzhu.household.PersonDetails.SelfCare.PARTLY;
import static org.jiuzhu.household.SafetyFlag.DISABLED;
import static org.jiuzhu.household.SafetyFlag.DOG;
import static org.jiuzhu.household.SafetyFlag.ELDERLY_ALONE;
import static org.jiuzhu.household.SafetyFlag.MINOR;
import static org.jiuzhu.household.SupportMode.DISPERSED;

import java.util.List;
import java.util.Set;
import org.jiuzhu.household.ChangeKind;

/** The households of 鹤鸣居委 in 松鹤街道. */
final class HemingHomes {

    private HemingHomes() {}

    static List<Home> all() {
        return List.of(
                new Home(
                        HEMING,
                        "样板路 88 弄",
                        "12 号 301 室",
                        Set.of(),
                        head("赵示例", "19500312002")
                                .destitute(DISPERSED)
                                .phone("13800000026")
                                .married(MARRIED)
                                .works(RETIRED)
                                .disabled(HEARING, 3)
                                .selfCare(PARTLY),
                        spouse("钱演示", "19470518001").is(MARGINAL).works(RETIRED)),
                new Home(
                        HEMING,
                        "样板路 88 弄",
                        "15 号 102 室",
                        Set.of(DISABLED, MINOR),
                        head("蔡拟名", "19640715047")
                                .is(DIBAO_URBAN)
                                .phone("13800000474")
                                .married(MARRIED)
                                .works(UNABLE)
                                .disabled(PHYSICAL, 1)
                                .selfCare(NONE),
                        spouse("孙拟作", "19690212024").is(DIBAO_URBAN).works(FLEXIBLE),
                        child("蔡试名", "20101103031").is(DIBAO_URBAN)),
                new Home(
                        HEMING,
                        "样板路 120 弄",
                        "3 号 501 室",
                        Set.of(),
                        head("周样张", "19580707011")
                                .is(DIBAO_URBAN)
                                .phone("13800000113")
                                .married(DIVORCED)
                                .works(RETIRED)
                                .changed(ChangeKind.ACCIDENT, 2)),
                new Home(
                        HEMING,
                        "样板路 120 弄",
                        "7 号 204 室",
                        Set.of(),
                        head("褚样例", "19610406012")
                                .phone("13800000127")
                                .married(MARRIED)
                                .works(RETIRED)
                                .illnessAlert(60),
                        spouse("郑示意", "19590923013").works(RETIRED)),
                new Home(
                        HEMING,
                        "示范路 6 弄",
                        "1 号 403 室",
                        Set.of(MINOR, DOG),
                        head("吴样图", "19860304015")
                                .is(MARGINAL)
                                .phone("13800000158")
                                .married(DIVORCED)
                                .works(SEEKING),
                        child("吴试样", "20150601022").is(MARGINAL),
                        parent("吴例图", "19560110023").is(MARGINAL)),
                new Home(
                        HEMING,
                        "示范路 6 弄",
                        "9 号 101 室",
                        Set.of(),
                        head("秦占例", "19720520048")
                                .is(EXPENDITURE)
                                .phone("13800000482")
                                .married(WIDOWED)
                                .works(UNABLE)
                                .ill("恶性肿瘤", 9)
                                .selfCare(PARTLY),
                        child("秦试题", "20060909049").is(EXPENDITURE)),
                new Home(
                        HEMING,
                        "示范路 6 弄",
                        "11 号 602 室",
                        Set.of(ELDERLY_ALONE),
                        head("陈样稿", "19431225016")
                                .is(SPECIAL_AID)
                                .phone("021-55550016")
                                .married(WIDOWED)
                                .works(RETIRED)
                                .selfCare(PARTLY)
                                .specialCare()),
                new Home(
                        HEMING,
                        "示范路 19 弄",
                        "2 号 301 室",
                        Set.of(),
                        head("蒋重复", "19930314014")
                                .is(FOUND_BY_VISIT)
                                .phone("13800000140")
                                .married(SINGLE)
                                .works(SEEKING)),
                new Home(
                        HEMING,
                        "示范路 19 弄",
                        "5 号 201 室",
                        Set.of(MINOR),
                        head("沈占号", "19510803026").phone("13800000260").works(RETIRED),
                        child("沈模样", "20130217020")
                                .is(CHILD_IN_NEED)
                                .guardian("沈占号")
                                .specialCare()),
                new Home(
                        HEMING,
                        "示范路 19 弄",
                        "8 号 402 室",
                        Set.of(),
                        head("毛示迁", "19690101050")
                                .is(TEMPORARY_APPLICANT)
                                .phone("13800000503")
                                .registeredAt(URBAN, "云帆镇示意路 1 号")
                                .works(FLEXIBLE)),
                new Home(
                        HEMING,
                        "样板路 88 弄",
                        "20 号 103 室",
                        Set.of(ELDERLY_ALONE),
                        head("禤䶮例", "19480229018")
                                .is(DIBAO_URBAN)
                                .phone("12345")
                                .married(WIDOWED)
                                .works(RETIRED)));
    }
}
