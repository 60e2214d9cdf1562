package org.jiuzhu.support;

import static org.jiuzhu.network.Consultant.Occupation.ASSISTANCE_STAFF;
import static org.jiuzhu.network.Consultant.Occupation.COMMITTEE_CADRE;
import static org.jiuzhu.network.Consultant.Occupation.COMMUNITY_WORKER;
import static org.jiuzhu.network.Consultant.Position.POINT_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.POINT_LEAD;
import static org.jiuzhu.network.Consultant.Position.STATION_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.STATION_LEAD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.network.Consultant.Occupation;
import org.jiuzhu.network.Consultant.Position;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Register;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.springframework.transaction.support.TransactionTemplate;

/** 云帆镇, which follows Chuansha's notice: one point, its station, and the demo's two professional points. */
public class YunfanTown {

    public static final String STREET = "999901001";
    public static final String POINT = "999901001001";

    public static final Actor POINT_HEAD = Actors.at("qin.yuyan", "秦预演", POINT, "pointLead", "pointConsultant");
    public static final Actor CONSULTANT = Actors.at("you.shitian", "尤试填", POINT, "pointConsultant");
    public static final Actor STATION = Actors.at("lv.yanggao", "吕样稿", STREET, "stationConsultant");
    public static final Actor LEAD = Actors.at("yan.fanli", "严范例", STREET, "stationLead", "stationConsultant");

    private static final LocalDate SINCE = LocalDate.of(2023, 12, 7);

    private final Register register;
    private final Homes homes;
    private final TransactionTemplate transaction;

    YunfanTown(Register register, Homes homes, TransactionTemplate transaction) {
        this.register = register;
        this.homes = homes;
        this.transaction = transaction;
    }

    /** @param needCodes what both professional points serve; the first one is the town's own */
    public void found(String... needCodes) {
        DataScope.system("test")
                .run(() -> transaction.executeWithoutResult(status -> {
                    register.addUnit(
                            new OrgUnit(STREET, OrgUnit.Kind.STREET, "云帆镇", "999901", "chuansha", true), SINCE);
                    register.addUnit(new OrgUnit(POINT, OrgUnit.Kind.POINT, "云东居委", STREET, null, true), null);
                    file(POINT_HEAD, POINT_LEAD, COMMITTEE_CADRE);
                    file(CONSULTANT, POINT_CONSULTANT, COMMUNITY_WORKER);
                    file(STATION, STATION_CONSULTANT, ASSISTANCE_STAFF);
                    file(LEAD, STATION_LEAD, ASSISTANCE_STAFF);
                }));
        homes.serves(Actors.NGO_1, STREET, List.of(STREET), needCodes);
        homes.serves(Actors.NGO_2, Actors.STATION, List.of(STREET), needCodes);
    }

    private void file(Actor somebody, Position position, Occupation occupation) {
        register.addConsultant(
                new Consultant(somebody.username(), somebody.displayName(), somebody.orgCode(), position, Filing.FILED),
                occupation,
                SINCE,
                Optional.empty());
    }
}
