package org.jiuzhu.visit;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in the order in which one walks past them: 2 号 before 12 号, and what has no address last. */
public final class RouteOrder implements Comparator<String> {

    public static final RouteOrder INSTANCE = new RouteOrder();

    private static final Pattern PART = Pattern.compile("\\d{1,18}|\\D+|\\d+");

    private RouteOrder() {}

    @Override
    public int compare(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return Boolean.compare(one.isBlank(), other.isBlank());
        }
        Matcher left = PART.matcher(one);
        Matcher right = PART.matcher(other);
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : 0;
            }
            if (!more) {
                return -1;
            }
            int order = part(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int part(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                : one.strip().compareTo(other.strip());
    }

    private static boolean isNumber(String part) {
        return part.length() <= 18 && Character.isDigit(part.charAt(0));
    }
}
