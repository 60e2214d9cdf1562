package org.jiuzhu.demo;

import static org.jiuzhu.demo.DemoNetwork.CHANGBAN;
import static org.jiuzhu.demo.DemoNetwork.DISTRICT_CODE;
import static org.jiuzhu.demo.DemoNetwork.FANYING;
import static org.jiuzhu.demo.DemoNetwork.HANGDAO;
import static org.jiuzhu.demo.DemoNetwork.HANGXING;
import static org.jiuzhu.demo.DemoNetwork.HEFENG;
import static org.jiuzhu.demo.DemoNetwork.HEMING;
import static org.jiuzhu.demo.DemoNetwork.PUAN;
import static org.jiuzhu.demo.DemoNetwork.PUHE;
import static org.jiuzhu.demo.DemoNetwork.PUNING;
import static org.jiuzhu.demo.DemoNetwork.QIMING;
import static org.jiuzhu.demo.DemoNetwork.SONGHE;
import static org.jiuzhu.demo.DemoNetwork.SONGTAO;
import static org.jiuzhu.demo.DemoNetwork.TONGXING;
import static org.jiuzhu.demo.DemoNetwork.XIANGQING;
import static org.jiuzhu.demo.DemoNetwork.XINGCHEN;
import static org.jiuzhu.demo.DemoNetwork.XINGHE;
import static org.jiuzhu.demo.DemoNetwork.XINGJIAN;
import static org.jiuzhu.demo.DemoNetwork.YUNDONG;
import static org.jiuzhu.demo.DemoNetwork.YUNFAN;
import static org.jiuzhu.demo.DemoNetwork.YUNXI;
import static org.jiuzhu.demo.DemoNetwork.ZHIXIN;
import static org.jiuzhu.demo.DemoNetwork.ZHIXING;
import static org.jiuzhu.demo.DemoNetwork.ZHIYUAN;
import static org.jiuzhu.demo.DemoNetwork.ZHUXI;
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

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.network.Consultant.Occupation;
import org.jiuzhu.network.Consultant.Position;
import org.jiuzhu.network.Register.NewConsultant;
import org.jiuzhu.shared.Phone;

/**
 * Who works in 样板区: the people of {@code keycloak/jiuzhu-realm.json}. 帆影 has one consultant left of the two that its
 * notice wants, and 知新 has nobody filed, so that its station does its work.
 */
final class DemoStaff {

    private static final LocalDate FILED_ON = LocalDate.of(2025, 3, 3);

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
            new Somebody("gu.yangban", "顾样板", SONGHE, STATION_CONSULTANT, ASSISTANCE_STAFF, FILED),
            new Somebody("shi.fangzhen", "施仿真", SONGHE, STATION_CONSULTANT, SOCIAL_WORKER, FILED),
            new Somebody("lu.shifan", "陆示范", SONGHE, STATION_LEAD, ASSISTANCE_STAFF, FILED),
            new Somebody("shao.moni", "邵模拟", QIMING, NGO_WORKER, SOCIAL_WORKER, FILED),
            new Somebody("jiang.jiading", "江假定", TONGXING, NGO_WORKER, SOCIAL_WORKER, FILED),
            new Somebody("wei.jiashe", "魏假设", HEMING, INFORMANT, VOLUNTEER, FILED),
            new Somebody("meng.tiyan", "孟体验", HEMING, OTHER_VISITOR, VOLUNTEER, FILED),
            new Somebody("qin.yuyan", "秦预演", YUNDONG, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("you.shitian", "尤试填", YUNDONG, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("bai.tuli", "柏图例", YUNDONG, INFORMANT, VOLUNTEER, FILED),
            new Somebody("hua.paiyan", "华排演", FANYING, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("qi.yangzhang", "戚样张", FANYING, POINT_CONSULTANT, COMMUNITY_WORKER, WITHDRAWN),
            new Somebody("xie.moxing", "谢模型", YUNXI, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("zou.yuanxing", "邹原型", YUNXI, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("lv.yanggao", "吕样稿", YUNFAN, STATION_CONSULTANT, ASSISTANCE_STAFF, FILED),
            new Somebody("yu.caogao", "喻草稿", YUNFAN, STATION_CONSULTANT, SOCIAL_WORKER, FILED),
            new Somebody("yan.fanli", "严范例", YUNFAN, STATION_LEAD, ASSISTANCE_STAFF, FILED),
            new Somebody("dou.xizuo", "窦习作", ZHIYUAN, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("zhang.tuiyan", "章推演", ZHIYUAN, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("ni.shiting", "倪试听", ZHIYUAN, INFORMANT, VOLUNTEER, FILED),
            new Somebody("yun.lianxi", "云练习", XINGJIAN, POINT_LEAD, COMMUNITY_WORKER, FILED),
            new Somebody("su.shijiang", "苏试讲", XINGJIAN, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("ge.caipai", "葛彩排", ZHIXIN, POINT_LEAD, COMMITTEE_CADRE, PENDING),
            new Somebody("xi.xiti", "奚习题", ZHIXIN, POINT_CONSULTANT, COMMUNITY_WORKER, WITHDRAWN),
            new Somebody("fan.shapan", "范沙盘", ZHIXING, STATION_CONSULTANT, ASSISTANCE_STAFF, FILED),
            new Somebody("peng.ceshi", "彭测试", ZHIXING, STATION_CONSULTANT, SOCIAL_WORKER, FILED),
            new Somebody("lang.yuangao", "郎原稿", ZHIXING, STATION_LEAD, ASSISTANCE_STAFF, FILED),
            new Somebody("lu.yangshu", "鲁样书", PUAN, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("wei.shidian", "卫试点", PUAN, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("chang.shidu", "昌试读", PUAN, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("teng.kongbai", "滕空白", PUAN, INFORMANT, VOLUNTEER, FILED),
            new Somebody("ma.yangji", "马样机", HEFENG, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("miao.niding", "苗拟定", HEFENG, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("feng.tuyang", "凤图样", PUNING, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("hua.shitu", "花示图", PUNING, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("fang.nigao", "房拟稿", PUHE, STATION_CONSULTANT, ASSISTANCE_STAFF, FILED),
            new Somebody("yu.shuli", "俞述例", PUHE, STATION_CONSULTANT, SOCIAL_WORKER, FILED),
            new Somebody("ren.dinggao", "任定稿", PUHE, STATION_LEAD, ASSISTANCE_STAFF, FILED),
            new Somebody("yuan.chuxing", "袁雏形", XINGHE, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("liu.huaming", "柳化名", XINGHE, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("yin.zhanwei", "殷占位", XINGHE, INFORMANT, VOLUNTEER, FILED),
            new Somebody("bao.caotu", "鲍草图", XINGCHEN, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("shi.jiatuo", "史假托", XINGCHEN, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("fei.daihao", "费代号", HANGDAO, POINT_LEAD, COMMITTEE_CADRE, FILED),
            new Somebody("lian.tuoming", "廉托名", HANGDAO, POINT_CONSULTANT, COMMUNITY_WORKER, FILED),
            new Somebody("cen.bianming", "岑编名", HANGDAO, OTHER_VISITOR, VOLUNTEER, FILED),
            new Somebody("xue.moben", "薛摹本", HANGXING, STATION_CONSULTANT, ASSISTANCE_STAFF, FILED),
            new Somebody("lei.yangtu", "雷样图", HANGXING, STATION_CONSULTANT, SOCIAL_WORKER, FILED),
            new Somebody("he.lanben", "贺蓝本", HANGXING, STATION_LEAD, ASSISTANCE_STAFF, FILED),
            new Somebody("luo.shihang", "罗试航", XIANGQING, NGO_WORKER, SOCIAL_WORKER, FILED),
            new Somebody("hao.jiaxiang", "郝假想", XIANGQING, NGO_WORKER, SOCIAL_WORKER, FILED),
            new Somebody("bi.xuni", "毕虚拟", CHANGBAN, NGO_WORKER, SOCIAL_WORKER, FILED),
            new Somebody("tang.xushe", "唐虚设", DISTRICT_CODE, DISTRICT_SUPERVISOR, CIVIL_SERVANT, FILED),
            new Somebody("cao.shiyan", "曹试验", DISTRICT_CODE, INSPECTOR, CIVIL_SERVANT, FILED),
            new Somebody("qian.cankao", "钱参考", DISTRICT_CODE, AUDITOR, CIVIL_SERVANT, FILED),
            new Somebody("yin.gouxiang", "尹构想", DISTRICT_CODE, MODELER, CIVIL_SERVANT, FILED),
            new Somebody("guan.shili", "关示例", DISTRICT_CODE, ADMINISTRATOR, CIVIL_SERVANT, FILED));

    private DemoStaff() {}

    static List<NewConsultant> all() {
        return IntStream.range(0, PEOPLE.size())
                .mapToObj(i -> filed(PEOPLE.get(i), "021-5555%04d".formatted(1001 + i)))
                .toList();
    }

    private static NewConsultant filed(Somebody p, String phone) {
        return new NewConsultant(
                new Consultant(p.username(), p.name(), p.orgCode(), p.position(), p.filing()),
                p.occupation(),
                FILED_ON,
                new Phone(phone));
    }
}
