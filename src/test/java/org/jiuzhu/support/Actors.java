package org.jiuzhu.support;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.shared.Actor;

/** The demo network's people as the desk knows them: filed, with the groups of their place. */
public final class Actors {

    public static final String POINT = "999901005001";
    public static final String OTHER_POINT = "999901005002";
    public static final String STATION = "999901005";
    public static final String NGO_1 = "52999999MJ0000018Y";
    public static final String NGO_2 = "52999999MJ0000026R";

    private Actors() {}

    public static Actor pointConsultant() {
        return at("lin.shiyong", "林试用", POINT, "pointConsultant");
    }

    public static Actor pointLead() {
        return at("he.yanlian", "何演练", POINT, "pointLead", "pointConsultant");
    }

    public static Actor stationConsultant() {
        return at("gu.yangban", "顾样板", STATION, "stationConsultant");
    }

    public static Actor stationLead() {
        return at("lu.shifan", "陆示范", STATION, "stationLead", "stationConsultant");
    }

    public static Actor ngoWorker(String ngo) {
        return at("ngo." + ngo.substring(ngo.length() - 3).toLowerCase(), "社工", ngo, "ngoWorker");
    }

    public static Actor at(String username, String name, String orgCode, String... roles) {
        Set<String> groups = Arrays.stream(roles)
                .map(role -> role + ":" + orgCode)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Actor(username, name, Set.of(roles), orgCode, groups, true);
    }
}
