package org.jiuzhu.demo;

import static org.jiuzhu.network.Consultant.Filing.FILED;
import static org.jiuzhu.network.Consultant.Filing.PENDING;
import static org.jiuzhu.network.Consultant.Filing.WITHDRAWN;
import static org.jiuzhu.network.Consultant.Occupation.ASSISTANCE_STAFF;
import static org.jiuzhu.network.Consultant.Occupation.CIVIL_SERVANT;
import static org.jiuzhu.network.Consultant.Occupation.COMMITTEE_CADRE;
import static org.jiuzhu.network.Consultant.Occupation.COMMUNITY_WORKER;
import static org.jiuzhu.network.Consultant.Occupation.SOCIAL_WORKER;
import static org.jiuzhu.network.Consultant.Occupation.VOLUNTEER;
import static org.jiuzhu.network.Consultant.Position.ADMINISTRATOR;
import static org.jiuzhu.network.Consultant.Position.AUDITOR;
import static org.jiuzhu.network.Consultant.Position.DISTRICT_SUPERVISOR;
import static org.jiuzhu.network.Consultant.Position.INFORMANT;
import static org.jiuzhu.network.Consultant.Position.INSPECTOR;
import static org.jiuzhu.network.Consultant.Position.MODELER;
import static org.jiuzhu.network.Consultant.Position.NGO_WORKER;
import static org.jiuzhu.network.Consultant.Position.OTHER_VISITOR;
import static org.jiuzhu.network.Consultant.Position.POINT_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.POINT_LEAD;
import static org.jiuzhu.network.Consultant.Position.STATION_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.STATION_LEAD;
import static org.jiuzhu.network.OrgUnit.Kind.DISTRICT;
import static org.jiuzhu.network.OrgUnit.Kind.NGO;
import static org.jiuzhu.network.OrgUnit.Kind.POINT;
import static org.jiuzhu.network.OrgUnit.Kind.STREET;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.network.Consultant.Occupation;
import org.jiuzhu.network.Consultant.Position;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Register;
import org.jiuzhu.shared.Phone;
import org.springframework.stereotype.Component;

/** 样板区 and its one street: the people are those of {@code keycloak/jiuzhu-realm.json}. */
@Component
public class DemoNetwork {

    public static final String DISTRICT_CODE = "999901";
    public static final String STREET_CODE = "999901005";
    public static final String HEMING = "999901005001";
    public static final String ZHUXI = "999901005002";
    public static final String SONGTAO = "999901005003";
    public static final String QIMING = "52999999MJ0000018Y";
    public static final String TONGXING = "52999999MJ0000026R";

    /** SJ is dated 2024; the street follows it from the year after. */
    private static final LocalDate PROFILE_FROM = LocalDate.of(2025, 1, 1);

    private static final LocalDate FILED_ON = LocalDate.of(2025, 3, 3);

    private static final List<OrgUnit> UNITS = List.of(
            new OrgUnit(DISTRICT_CODE, DISTRICT, "样板区救助顾问指导站", null, null, true),
            new OrgUnit(STREET_CODE, STREET, "松鹤街道", DISTRICT_CODE, "songjiang", true),
            new OrgUnit(HEMING, POINT, "鹤鸣居委", STREET_CODE, null, true),
            new OrgUnit(ZHUXI, POINT, "竹溪居委", STREET_CODE, null, true),
            new OrgUnit(SONGTAO, POINT, "松涛居委", STREET_CODE, null, true),
            new OrgUnit(QIMING, NGO, "启明社工服务中心", STREET_CODE, null, true),
            new OrgUnit(TONGXING, NGO, "同行助残服务社", STREET_CODE, null, true));

    private record Somebody(
            String username, String name, String orgCode, Position position, Occupation occupation, Filing filing) {}

    private static final List<Somebody> PEOPLE = List.of(
            new Somebody("lin.shiyong", "林试用", HEMING, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("he.yanlian", "何演练", HEMING, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("xu.moban", "许模板", HEMING, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("zhu.yangli", "朱样例", ZHUXI, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("pan.yangben", "潘样本", ZHUXI, POINT_CONSULTANT, COMMUNITY_WORKER, PENDING),
            new Somebody("song.yanshi", "宋演示", SONGTAO, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("fang.jiaoxue", "方教学", SONGTAO, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("ding.lizi", "丁例子", SONGTAO, POINT_CONSULTANT, SOCIAL_WORKER, WITHDRAWN),
            new Somebody("gu.yangban", "顾样板", STREET_CODE, STATION_CONSULTANT, ASSISTANCE_STAFF, FILED),
            new Somebody("shi.fangzhen", "施仿真", STREET_CODE, STATION_CONSULTANT, SOCIAL_WORKER, FILED),
            new Somebody("lu.shifan", "陆示范", STREET_CODE, STATION_LEAD, ASSISTANCE_STAFF, FILED),
            new Somebody("shao.moni", "邵模拟", QIMING, NGO_WORKER, SOCIAL_WORKER, FILED),
            new Somebody("jiang.jiading", "江假定", TONGXING, NGO_WORKER, SOCIAL_WORKER, FILED),
            new Somebody("wei.jiashe", "魏假设", HEMING, INFORMANT, VOLUNTEER, FILED),
            new Somebody("meng.tiyan", "孟体验", HEMING, OTHER_VISITOR, VOLUNTEER, FILED),
            new Somebody("tang.xushe", "唐虚设", DISTRICT_CODE, DISTRICT_SUPERVISOR, CIVIL_SERVANT, FILED),
            new Somebody("cao.shiyan", "曹试验", DISTRICT_CODE, INSPECTOR, CIVIL_SERVANT, FILED),
            new Somebody("qian.cankao", "钱参考", DISTRICT_CODE, AUDITOR, CIVIL_SERVANT, FILED),
            new Somebody("yin.gouxiang", "尹构想", DISTRICT_CODE, MODELER, CIVIL_SERVANT, FILED),
            new Somebody("guan.shili", "关示例", DISTRICT_CODE, ADMINISTRATOR, CIVIL_SERVANT, FILED));

    private final Network network;
    private final Register register;

    DemoNetwork(Network network, Register register) {
        this.network = network;
        this.register = register;
    }

    /** Does nothing where the district is there. */
    public void seed() {
        if (network.find(DISTRICT_CODE).isPresent()) {
            return;
        }
        UNITS.forEach(unit -> register.addUnit(unit, unit.profile() == null ? null : PROFILE_FROM));
        for (int i = 0; i < PEOPLE.size(); i++) {
            Somebody p = PEOPLE.get(i);
            register.addConsultant(
                    new Consultant(p.username(), p.name(), p.orgCode(), p.position(), p.filing()),
                    p.occupation(),
                    FILED_ON,
                    Optional.of(new Phone("021-5555%04d".formatted(1001 + i))));
        }
    }
}
