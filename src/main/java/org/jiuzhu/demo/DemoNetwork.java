package org.jiuzhu.demo;

import static org.jiuzhu.network.OrgUnit.Kind.DISTRICT;
import static org.jiuzhu.network.OrgUnit.Kind.NGO;
import static org.jiuzhu.network.OrgUnit.Kind.POINT;
import static org.jiuzhu.network.OrgUnit.Kind.STREET;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Register;
import org.jiuzhu.network.VisitMandates;
import org.jiuzhu.shared.Actor;
import org.springframework.stereotype.Component;

/** 样板区: five streets, each under one of the five notices, with three points each, and four professional points. */
@Component
public class DemoNetwork {

    public static final String DISTRICT_CODE = "999901";

    /** 云帆镇, Chuansha's notice. */
    public static final String YUNFAN = "999901101";

    public static final String YUNDONG = "999901101001";
    public static final String FANYING = "999901101002";
    public static final String YUNXI = "999901101003";

    /** 知行街道, Changning's notice. */
    public static final String ZHIXING = "999901004";

    public static final String ZHIYUAN = "999901004001";
    public static final String XINGJIAN = "999901004002";
    public static final String ZHIXIN = "999901004003";

    /** 松鹤街道, Songjiang's notice. */
    public static final String SONGHE = "999901005";

    /** The street of the first stories. */
    public static final String STREET_CODE = SONGHE;

    public static final String HEMING = "999901005001";
    public static final String ZHUXI = "999901005002";
    public static final String SONGTAO = "999901005003";

    /** 普和街道, Putuo's notice. */
    public static final String PUHE = "999901007";

    public static final String PUAN = "999901007001";
    public static final String HEFENG = "999901007002";
    public static final String PUNING = "999901007003";

    /** 航星镇, Hangtou's notice. */
    public static final String HANGXING = "999901102";

    public static final String XINGHE = "999901102001";
    public static final String XINGCHEN = "999901102002";
    public static final String HANGDAO = "999901102003";

    public static final String QIMING = "52999999MJ0000018Y";
    public static final String TONGXING = "52999999MJ0000026R";
    public static final String XIANGQING = "52999999MJ00000308";
    public static final String CHANGBAN = "52999999MJ00000409";

    /** The streets in the order of the notices' table. */
    public static final List<String> STREETS = List.of(YUNFAN, ZHIXING, SONGHE, PUHE, HANGXING);

    /** The day each notice is dated; SJ is of 2024, and its street follows it from the year after. */
    private static final Map<String, LocalDate> PROFILE_FROM = Map.of(
            YUNFAN, LocalDate.of(2023, 12, 7),
            ZHIXING, LocalDate.of(2023, 3, 15),
            SONGHE, LocalDate.of(2025, 1, 1),
            PUHE, LocalDate.of(2024, 3, 18),
            HANGXING, LocalDate.of(2022, 7, 13));

    private static final List<OrgUnit> UNITS = List.of(
            new OrgUnit(DISTRICT_CODE, DISTRICT, "样板区救助顾问指导站", null, null, true),
            street(YUNFAN, "云帆镇", "chuansha"),
            point(YUNDONG, "云东居委"),
            point(FANYING, "帆影居委"),
            point(YUNXI, "云西村委"),
            street(ZHIXING, "知行街道", "changning"),
            point(ZHIYUAN, "知远居委"),
            point(XINGJIAN, "行简居委"),
            point(ZHIXIN, "知新居委"),
            street(SONGHE, "松鹤街道", "songjiang"),
            point(HEMING, "鹤鸣居委"),
            point(ZHUXI, "竹溪居委"),
            point(SONGTAO, "松涛居委"),
            street(PUHE, "普和街道", "putuo"),
            point(PUAN, "普安居委"),
            point(HEFENG, "和风居委"),
            point(PUNING, "普宁居委"),
            street(HANGXING, "航星镇", "hangtou"),
            point(XINGHE, "星河居委"),
            point(XINGCHEN, "星辰居委"),
            point(HANGDAO, "航道村委"),
            new OrgUnit(QIMING, NGO, "启明社工服务中心", SONGHE, null, true),
            new OrgUnit(TONGXING, NGO, "同行助残服务社", SONGHE, null, true),
            new OrgUnit(XIANGQING, NGO, "向晴社会工作事务所", ZHIXING, null, true),
            new OrgUnit(CHANGBAN, NGO, "长伴为老服务社", PUHE, null, true));

    private final Network network;
    private final Register register;
    private final VisitMandates mandates;

    DemoNetwork(Network network, Register register, VisitMandates mandates) {
        this.network = network;
        this.register = register;
        this.mandates = mandates;
    }

    /** Does nothing where the district is there. That a professional point visits in 竹溪 is our assumption. */
    public void seed() {
        if (network.find(DISTRICT_CODE).isPresent()) {
            return;
        }
        UNITS.forEach(unit -> register.addUnit(unit, PROFILE_FROM.get(unit.code())));
        register.addConsultants(DemoStaff.all());
        mandates.insert(QIMING, ZHUXI, Actor.SYSTEM);
    }

    private static OrgUnit street(String code, String name, String profile) {
        return new OrgUnit(code, STREET, name, DISTRICT_CODE, profile, true);
    }

    private static OrgUnit point(String code, String name) {
        return new OrgUnit(code, POINT, name, code.substring(0, YUNFAN.length()), null, true);
    }
}
