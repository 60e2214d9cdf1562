package org.jiuzhu.reference;

import org.jiuzhu.reference.Facts.Category;

/** How closely a notice wants somebody visited: domain.md section 3, the rows of visit-tier from 0 to 13. */
enum NoticeTier {
    HIGH,
    KEY,
    GENERAL,
    FLAT,
    SPECIAL,
    SWEEP,
    REGULAR,
    ADHOC,
    NONE;

    private static final int SEVENTY = 70;
    /** 最近 is not defined; 1f assumes half a year, its last day included. */
    private static final int RECENT_MONTHS = 6;
    /** 推送时间在一年内, until the end of the same day a year later. */
    private static final int ALERT_MONTHS = 12;

    static NoticeTier of(Facts facts, long day) {
        if (facts.gone()) {
            return NONE;
        }
        return switch (facts.notice()) {
            case CHUANSHA, CHANGNING, DEFAULT -> facts.recipient() ? FLAT : facts.hardship() ? ADHOC : NONE;
            case SONGJIANG -> songjiang(facts, day);
            case PUTUO -> facts.specialCare() ? SPECIAL : facts.recipient() || facts.hardship() ? SWEEP : NONE;
            case HANGTOU -> facts.recipient() || facts.hardship() ? REGULAR : NONE;
        };
    }

    private static NoticeTier songjiang(Facts facts, long day) {
        boolean isNamed = facts.categories().contains(Category.DIBAO)
                || facts.categories().contains(Category.MARGINAL);
        if (isNamed && facts.changes().stream().anyMatch(on -> isWithin(on, RECENT_MONTHS, day))) {
            return HIGH;
        }
        boolean notCentral = !Boolean.TRUE.equals(facts.centralSupport());
        if (facts.categories().contains(Category.DESTITUTE) && notCentral) {
            Long birth = facts.birth();
            return birth != null && Almanac.age(birth, day) >= SEVENTY ? HIGH : KEY;
        }
        if (!facts.categories().isEmpty()) {
            return Boolean.TRUE.equals(facts.illOrDisabled()) ? KEY : GENERAL;
        }
        if (facts.included() != null) {
            return facts.included();
        }
        return facts.pushes().stream().anyMatch(on -> isWithin(on, ALERT_MONTHS, day)) ? GENERAL : NONE;
    }

    private static boolean isWithin(long happened, int months, long day) {
        return happened <= day && day <= Almanac.monthsLater(happened, months);
    }
}
