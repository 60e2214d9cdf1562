package org.jiuzhu.reference;

import java.util.Arrays;
import java.util.List;
import org.jiuzhu.reference.Cards.Demand;
import org.jiuzhu.reference.Cards.Turn;
import org.jspecify.annotations.Nullable;

/** What the district orders in the course of the year, read as a notice is: what holds from which day on, and for whom. */
enum YearOrder {
    /** Who is visited once a month after CS 二(二) is visited twice; the running month ends as it began. */
    CHUANSHA_TWICE(Almanac.day(2026, 10, 20), false),

    /** A town that went by HT goes by CN; the running quarter ends as it began. */
    HANGTOU_AS_CHANGNING(Almanac.day(2027, 2, 17), false),

    /** 一般对象 of SJ are visited each quarter, and at once. */
    SONGJIANG_QUARTERLY(Almanac.day(2027, 5, 12), true);

    private final long from;
    private final boolean atOnce;

    YearOrder(long from, boolean atOnce) {
        this.from = from;
        this.atOnce = atOnce;
    }

    long from() {
        return from;
    }

    boolean isAtOnce() {
        return atOnce;
    }

    /** What a day demands after all that was ordered until then; a street is called by the notice it began with. */
    static Demand demand(Facts known, long day) {
        Facts read = known.under(notice(known.notice(), day));
        NoticeTier tier = NoticeTier.of(read, day);
        return new Demand(tier == NoticeTier.NONE, promises(read.notice(), tier, day), Promise.onSpecialNodes(tier));
    }

    /** What an order that begins to hold that day means to somebody, or null. */
    static @Nullable Turn turn(Facts known, long day) {
        return Arrays.stream(values())
                .filter(order -> order.from == day && order.concerns(known))
                .findFirst()
                .map(order -> new Turn(demand(known, day), order.atOnce))
                .orElse(null);
    }

    private boolean concerns(Facts known) {
        return switch (this) {
            case CHUANSHA_TWICE -> changes(known.notice(), NoticeTier.of(known, from), from);
            case HANGTOU_AS_CHANGNING -> known.notice() == Notice.HANGTOU;
            case SONGJIANG_QUARTERLY -> changes(known.notice(), NoticeTier.of(known, from), from);
        };
    }

    private static Notice notice(Notice street, long day) {
        return street == Notice.HANGTOU && day >= HANGTOU_AS_CHANGNING.from ? Notice.CHANGNING : street;
    }

    private static List<Promise> promises(Notice notice, NoticeTier tier, long day) {
        return Promise.of(notice, tier).stream()
                .map(promise -> {
                    if (CHUANSHA_TWICE.changes(notice, tier, day)) {
                        return new Promise(2, promise.unit(), promise.ways(), promise.onePerDay());
                    }
                    return SONGJIANG_QUARTERLY.changes(notice, tier, day)
                            ? new Promise(promise.count(), Unit.QUARTER, promise.ways(), promise.onePerDay())
                            : promise;
                })
                .toList();
    }

    /** Whether it has another promise than the notice for a tier on a day. */
    private boolean changes(Notice notice, NoticeTier tier, long day) {
        return day >= from
                && switch (this) {
                    case CHUANSHA_TWICE -> notice == Notice.CHUANSHA && tier == NoticeTier.FLAT;
                    case HANGTOU_AS_CHANGNING -> false;
                    case SONGJIANG_QUARTERLY -> notice == Notice.SONGJIANG && tier == NoticeTier.GENERAL;
                };
    }
}
