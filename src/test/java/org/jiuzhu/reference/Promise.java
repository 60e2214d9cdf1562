package org.jiuzhu.reference;

import java.util.List;
import java.util.Set;

/**
 * At least so many visits in every period of a unit, by the ways that count, as a notice puts it.
 *
 * @param onePerDay whether two on one day are one: assumed where a notice wants several in a period
 */
record Promise(int count, Unit unit, Set<Way> ways, boolean onePerDay) {

    enum Way {
        HOME,
        AT_THE_OFFICE,
        PHONE,
        WECHAT,
        BUILDING_VIDEO,
        OTHER
    }

    /** What domain.md reads out of 上门、电话、视频连线, 视频 being 微信 or 楼宇视频. */
    static final Set<Way> HOME_PHONE_VIDEO = Set.of(Way.HOME, Way.PHONE, Way.WECHAT, Way.BUILDING_VIDEO);

    /** CS 二(二), CN 三(四)1, SJ 三(一), PT(九), HT 三(一)1(2); 1f where they are silent. */
    static List<Promise> of(Notice notice, NoticeTier tier) {
        return switch (tier) {
            case NONE, ADHOC, SWEEP -> List.of();
            case FLAT, HIGH -> List.of(new Promise(1, Unit.MONTH, HOME_PHONE_VIDEO, false));
            case KEY -> List.of(new Promise(1, Unit.QUARTER, HOME_PHONE_VIDEO, false));
            case GENERAL -> List.of(new Promise(1, Unit.HALF_YEAR, HOME_PHONE_VIDEO, false));
            case SPECIAL -> List.of(new Promise(2, Unit.WEEK, Set.of(Way.HOME), true));
            case REGULAR -> List.of(new Promise(1, Unit.QUARTER, Set.of(Way.HOME, Way.PHONE), false));
        };
    }

    /** PT(九): 特殊节点确保每日关爱, for the people of special care, by any way. */
    static List<Promise> onSpecialNodes(NoticeTier tier) {
        return tier == NoticeTier.SPECIAL ? List.of(new Promise(1, Unit.DAY, Set.of(Way.values()), false)) : List.of();
    }
}
