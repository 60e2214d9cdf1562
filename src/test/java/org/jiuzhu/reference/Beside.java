package org.jiuzhu.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A visit owed beside any plan, domain.md V18 and scenario 9: 第一时间 after an alert, which is taken for the next workday
 * [A], and once more offered half a year after somebody wanted no visits, within ten workdays [A].
 *
 * @param asked the day on which it was asked for
 */
record Beside(Why why, long asked, Owed card) {

    enum Why {
        CHANGE,
        REOFFER
    }

    /** One of somebody's, as it stands. */
    record Line(long person, Why why, long first, long next, Verdict verdict) {}

    private static final int MONTHS_APART = 6;
    private static final int WORKDAYS_OF_AN_OFFER = 10;

    /** Whoever was met before on that day is visited from the next one on. */
    static Beside ofAlert(long day, boolean wasMet) {
        return of(Why.CHANGE, day, wasMet ? day + 1 : day, 1);
    }

    private static Beside ofOffer(long day) {
        return of(Why.REOFFER, day, day, WORKDAYS_OF_AN_OFFER);
    }

    /** What is asked for on a day off counts as asked for on the next workday. */
    private static Beside of(Why why, long asked, long first, int workdays) {
        long counted = Almanac.isWorkday(asked) ? asked : Almanac.workdaysLater(asked, 1);
        long last = Math.max(first, Almanac.workdaysLater(counted, workdays));
        Promise once = new Promise(1, Unit.DAY, Promise.HOME_PHONE_VIDEO, false);
        return new Beside(why, asked, new Owed(first, last + 1, first, once, false, null));
    }

    /** Of somebody who wanted no visits, and perhaps wants them again later: an offer each half-year as long as it lasts. */
    static List<Beside> offers(NavigableMap<Long, Facts> known, long until) {
        List<Beside> offers = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (Map.Entry<Long, Facts> since : known.entrySet()) {
            for (; next <= Math.min(since.getKey(), until); next = Almanac.monthsLater(next, MONTHS_APART)) {
                offers.add(ofOffer(next));
            }
            if (!since.getValue().gone()) {
                next = Long.MAX_VALUE;
            } else if (next == Long.MAX_VALUE) {
                next = Almanac.monthsLater(since.getKey(), MONTHS_APART);
            }
        }
        for (; next <= until; next = Almanac.monthsLater(next, MONTHS_APART)) {
            offers.add(ofOffer(next));
        }
        return offers;
    }
}
