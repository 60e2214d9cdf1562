package org.jiuzhu.demo;

import static org.jiuzhu.demo.DemoNetwork.SONGTAO;
import static org.jiuzhu.demo.DemoNetwork.ZHUXI;
import static org.jiuzhu.demo.Resident.child;
import static org.jiuzhu.demo.Resident.head;
import static org.jiuzhu.demo.Resident.spouse;
import static org.jiuzhu.household.AssistanceCategory.DIBAO_RURAL;
import static org.jiuzhu.household.AssistanceCategory.DIBAO_URBAN;
import static org.jiuzhu.household.AssistanceCategory.EXPENDITURE;
import static org.jiuzhu.household.AssistanceCategory.FOUND_BY_VISIT;
import static org.jiuzhu.household.AssistanceCategory.MARGINAL;
import static org.jiuzhu.household.AssistanceCategory.MASS_ORGANISATION_AID;
import static org.jiuzhu.household.AssistanceCategory.OTHER;
import static org.jiuzhu.household.AssistanceCategory.TEMPORARY_APPLICANT;
import static org.jiuzhu.household.PersonDetails.DisabilityKind.INTELLECTUAL;
import static org.jiuzhu.household.PersonDetails.DisabilityKind.MENTAL;
import static org.jiuzhu.household.PersonDetails.DisabilityKind.VISION;
import static org.jiuzhu.household.PersonDetails.Employment.EMPLOYED;
import static org.jiuzhu.household.PersonDetails.Employment.FLEXIBLE;
import static org.jiuzhu.household.PersonDetails.Employment.RETIRED;
import static org.jiuzhu.household.PersonDetails.Employment.SEEKING;
import static org.jiuzhu.household.PersonDetails.Employment.UNABLE;
import static org.jiuzhu.household.PersonDetails.HukouKind.OTHER_PROVINCE;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.DIVORCED;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.MARRIED;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.SINGLE;
import static org.jiuzhu.household.PersonDetails.MaritalStatus.WIDOWED;
import static org.jiuzhu.household.PersonDetails.SelfCare.NONE;
import static org.jiuzhu.household.PersonDetails.SelfCare.PARTLY;
import static org.jiuzhu.household.SafetyFlag.CONFLICT;
import static org.jiuzhu.household.SafetyFlag.DISABLED;
import static org.jiuzhu.household.SafetyFlag.ELDERLY_ALONE;
import static org.jiuzhu.household.SafetyFlag.MINOR;
import static org.jiuzhu.household.SupportMode.CENTRAL;
import static org.jiuzhu.household.SupportMode.DISPERSED;

import java.util.List;
import java.util.Set;
import org.jiuzhu.household.ChangeKind;

/** The households of 竹溪居委 and 松涛居委 in 松鹤街道. */
final class ZhuxiHomes {

    private ZhuxiHomes() {}

    static List<Home> all() {
        return List.of(
                new Home(
                        ZHUXI,
                        "竹示路 30 弄",
                        "4 号 101 室",
                        Set.of(),
                        head("杨离线", "19570930017")
                                .is(DIBAO_RURAL)
                                .rural()
                                .phone("021-55550017")
                                .married(DIVORCED)
                                .works(RETIRED)),
                new Home(
                        ZHUXI,
                        "竹示路 30 弄",
                        "6 号 102 室",
                        Set.of(),
                        head("许试算", "19521111021")
                                .destitute(CENTRAL)
                                .married(SINGLE)
                                .works(RETIRED)
                                .selfCare(NONE)),
                new Home(
                        ZHUXI,
                        "竹示路 30 弄",
                        "16 号 503 室",
                        Set.of(),
                        head("何样品", "19620606025")
                                .destitute(DISPERSED)
                                .phone("13800000251")
                                .married(SINGLE)
                                .works(UNABLE)),
                new Home(
                        ZHUXI,
                        "竹示路 52 弄",
                        "1 号 302 室",
                        Set.of(MINOR),
                        head("吕演算", "19750404028")
                                .is(DIBAO_URBAN)
                                .phone("13800000284")
                                .married(DIVORCED)
                                .works(UNABLE)
                                .ill("尿毒症", 4)
                                .changed(ChangeKind.SERIOUS_ILLNESS, 4)
                                .selfCare(PARTLY),
                        child("吕样册", "20080808027").is(DIBAO_URBAN)),
                new Home(
                        ZHUXI,
                        "竹示路 52 弄",
                        "3 号 201 室",
                        Set.of(DISABLED),
                        head("施样机", "19540202030").phone("13800000301").works(RETIRED),
                        child("施试纸", "19810505029")
                                .is(MASS_ORGANISATION_AID)
                                .works(UNABLE)
                                .disabled(INTELLECTUAL, 2)
                                .selfCare(PARTLY)
                                .guardian("施样机")),
                new Home(
                        ZHUXI,
                        "竹示路 52 弄",
                        "10 号 404 室",
                        Set.of(MINOR),
                        head("张示数", "19880921033")
                                .is(EXPENDITURE)
                                .phone("13800000334")
                                .married(MARRIED)
                                .works(EMPLOYED)
                                .changed(ChangeKind.SUDDEN_EVENT, 1),
                        spouse("孔样式", "19900130032").is(EXPENDITURE).works(EMPLOYED),
                        child("张示图", "20180512034").is(EXPENDITURE)),
                new Home(
                        ZHUXI,
                        "竹示路 77 号",
                        "2 楼东",
                        Set.of(),
                        head("曹例证", "19670319036")
                                .is(OTHER)
                                .phone("13800000362")
                                .works(FLEXIBLE)),
                new Home(
                        ZHUXI,
                        "竹示路 77 号",
                        "3 楼西",
                        Set.of(MINOR),
                        head("阿依·示例", "19940815038")
                                .is(MARGINAL)
                                .phone("13800000380")
                                .registeredAt(OTHER_PROVINCE, "外省示意县")
                                .works(EMPLOYED),
                        child("艾力·示样", "20190707037").is(MARGINAL)),
                new Home(
                        SONGTAO,
                        "松例路 1 弄",
                        "2 号 101 室",
                        Set.of(),
                        head("严例题", "19550101039")
                                .is(DIBAO_RURAL)
                                .rural()
                                .phone("13800000398")
                                .married(MARRIED)
                                .works(RETIRED),
                        spouse("华示题", "19570228040").is(DIBAO_RURAL).rural().works(RETIRED)),
                new Home(
                        SONGTAO,
                        "松例路 1 弄",
                        "5 号 502 室",
                        Set.of(),
                        head("金例句", "19990909041")
                                .is(TEMPORARY_APPLICANT)
                                .phone("13800000411")
                                .married(SINGLE)
                                .works(SEEKING)),
                new Home(
                        SONGTAO,
                        "松例路 9 弄",
                        "1 号 203 室",
                        Set.of(DISABLED),
                        head("陶样𬭎", "19640404043")
                                .is(MARGINAL)
                                .phone("13800000437")
                                .works(UNABLE)
                                .disabled(VISION, 2)),
                new Home(
                        SONGTAO,
                        "松例路 9 弄",
                        "4 号 101 室",
                        Set.of(ELDERLY_ALONE),
                        head("姜例言", "19490520042")
                                .is(FOUND_BY_VISIT)
                                .withoutPapers()
                                .married(WIDOWED)),
                new Home(
                        SONGTAO,
                        "松例路 15 弄",
                        "6 号 301 室",
                        Set.of(CONFLICT, DISABLED),
                        head("戚例表", "19500505044").phone("13800000442").works(RETIRED),
                        child("戚样表", "19780303045")
                                .is(DIBAO_URBAN)
                                .works(UNABLE)
                                .disabled(MENTAL, 2)
                                .selfCare(PARTLY)
                                .guardian("戚例表")),
                new Home(
                        SONGTAO,
                        "松例路 15 弄",
                        "8 号 602 室",
                        Set.of(),
                        head("谢样章", "19840229046")
                                .is(MARGINAL)
                                .phone("13800000466")
                                .works(FLEXIBLE)));
    }
}
