package org.jiuzhu.conflict;

/** Enough to know somebody again, not enough to learn who it is. */
final class Masks {

    private static final int REGION = 6;
    private static final int TAIL = 4;

    private Masks() {}

    /** 冯**; a surname of a rare character stays whole. */
    static String name(String name) {
        int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** 999999********0103. */
    static String idNumber(String number) {
        return number.length() <= REGION + TAIL
                ? "****"
                : number.substring(0, REGION) + "********" + number.substring(number.length() - TAIL);
    }
}
