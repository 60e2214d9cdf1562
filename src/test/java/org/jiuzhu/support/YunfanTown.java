package org.jiuzhu.support;

import java.util.List;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.shared.Actor;

/** The demo's 云帆镇, which follows Chuansha's notice, as a referral wants it. */
public class YunfanTown {

    public static final String STREET = DemoNetwork.YUNFAN;
    public static final String POINT = DemoNetwork.YUNDONG;

    public static final Actor POINT_HEAD = Actors.at("qin.yuyan", "秦预演", POINT, "pointLead", "pointConsultant");
    public static final Actor CONSULTANT = Actors.at("you.shitian", "尤试填", POINT, "pointConsultant");
    public static final Actor STATION = Actors.at("lv.yanggao", "吕样稿", STREET, "stationConsultant");
    public static final Actor LEAD = Actors.at("yan.fanli", "严范例", STREET, "stationLead", "stationConsultant");

    private final Homes homes;

    YunfanTown(Homes homes) {
        this.homes = homes;
    }

    /** @param needCodes what two professional points serve; the first one is the town's own */
    public void served(String... needCodes) {
        homes.serves(Actors.NGO_1, STREET, List.of(STREET), needCodes);
        homes.serves(Actors.NGO_2, Actors.STATION, List.of(STREET), needCodes);
    }
}
