package org.jiuzhu.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.reference.Facts.Category;
import org.jiuzhu.reference.Promise.Way;
import org.jiuzhu.reference.Verdict.Ending;
import org.jiuzhu.reference.Verdict.Try;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one made-up person over some years: the facts from each day on, and who came to see them. The same
 * number always lives the same life.
 */
record Life(NavigableMap<Long, Facts> facts, List<Try> tries) {

    private static final int MOST_CHANGES = 8;

    /** Null before the register knows the person. */
    @Nullable
    Facts on(long day) {
        var known = facts.floorEntry(day);
        return known == null ? null : known.getValue();
    }

    static Life of(long number, long from, long until) {
        Random dice = new Random(number * 7919 + 4);
        long day = from + dice.nextInt((int) (until - from) / 2);
        NavigableMap<Long, Facts> facts = new TreeMap<>();
        Facts now = first(dice, day, from, until);
        facts.put(day, now);
        for (int changes = dice.nextInt(MOST_CHANGES); changes > 0; changes--) {
            day += wait(dice, day);
            if (day >= until) {
                break;
            }
            now = changed(dice, now, day);
            facts.put(day, now);
        }
        return new Life(facts, tries(dice, from, until));
    }

    /** Often soon after the last change, or on the first day of a month, where rules about periods are told apart. */
    private static long wait(Random dice, long day) {
        return switch (dice.nextInt(4)) {
            case 0 -> 1L + dice.nextInt(6);
            case 1 -> 1L + dice.nextInt(40);
            case 2 -> Unit.MONTH.next(day) - day;
            default -> 1L + dice.nextInt(300);
        };
    }

    private static Facts first(Random dice, long day, long from, long until) {
        boolean nearSeventy = dice.nextBoolean();
        long span = nearSeventy ? until - from : 80L * 365;
        long birth = Almanac.day(Almanac.year(from) - (nearSeventy ? 70 : 85), 1, 1) + dice.nextInt((int) span);
        boolean leapling = dice.nextInt(20) == 0;
        Set<Category> categories = categories(dice);
        boolean recipient = dice.nextBoolean();
        Facts known = new Facts(
                any(dice, Notice.values()),
                false,
                categories,
                recipient,
                !recipient && dice.nextBoolean(),
                dice.nextInt(12) == 0 ? null : leapling ? Long.valueOf(Almanac.day(1956, 2, 29)) : Long.valueOf(birth),
                categories.contains(Category.DESTITUTE) ? maybe(dice) : null,
                maybe(dice),
                dice.nextInt(3) == 0,
                null,
                List.of(),
                List.of());
        return dice.nextInt(3) == 0 ? changed(dice, known, day) : known;
    }

    private static Facts changed(Random dice, Facts f, long day) {
        if (f.gone()) {
            return f.gone(false);
        }
        int what = dice.nextInt(10);
        return new Facts(
                what == 0 || what == 1 ? any(dice, Notice.values()) : f.notice(),
                what == 2,
                what == 3 ? categories(dice) : f.categories(),
                what == 4 ? !f.recipient() : f.recipient(),
                what == 4 ? f.recipient() && dice.nextBoolean() : f.hardship(),
                f.birth(),
                what == 5 ? maybe(dice) : f.centralSupport(),
                what == 5 ? maybe(dice) : f.illOrDisabled(),
                what == 6 != f.specialCare(),
                what == 7 ? any(dice, NoticeTier.HIGH, NoticeTier.KEY, NoticeTier.GENERAL, null) : f.included(),
                what == 8 ? with(f.changes(), day - dice.nextInt(60)) : f.changes(),
                what == 9 ? with(f.pushes(), day - dice.nextInt(30)) : f.pushes());
    }

    /** One, two where they are the same, or none. */
    private static Set<Category> categories(Random dice) {
        return dice.nextInt(5) == 0
                ? Set.of()
                : Stream.of(any(dice, Category.values()), any(dice, Category.values()))
                        .limit(1 + dice.nextInt(2))
                        .collect(Collectors.toSet());
    }

    private static List<Try> tries(Random dice, long from, long until) {
        List<Try> tries = new ArrayList<>();
        long step = 2L + dice.nextInt(60);
        for (long day = from; day < until; day += 1 + dice.nextLong(2 * step)) {
            Ending ending = dice.nextInt(4) > 0 ? Ending.SEEN : any(dice, Ending.values());
            tries.add(new Try(day, dice.nextBoolean() ? Way.HOME : any(dice, Way.values()), ending));
        }
        return List.copyOf(tries);
    }

    private static List<Long> with(List<Long> days, long one) {
        List<Long> more = new ArrayList<>(days);
        more.add(one);
        return List.copyOf(more);
    }

    private static @Nullable Boolean maybe(Random dice) {
        return switch (dice.nextInt(3)) {
            case 0 -> true;
            case 1 -> false;
            default -> null;
        };
    }

    @SafeVarargs
    private static <T extends @Nullable Object> T any(Random dice, T... ones) {
        return ones[dice.nextInt(ones.length)];
    }
}
