package org.jiuzhu.cadence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jspecify.annotations.Nullable;

/**
 * What is owed in every period of one kind: at least {@code count} contacts by channels that count.
 *
 * @param count at least 1
 * @param distinctDays whether two contacts on one day count once
 * @param daysAhead how many days before the period's end the task opens, at least 1; null opens it with the period
 */
public record Duty(Per per, int count, Channels channels, boolean distinctDays, @Nullable Integer daysAhead) {

    private static final int PARTS_WITHOUT_DAYS = 4;
    private static final double DAYS_OF_WEEK = 7;
    private static final double DAYS_OF_YEAR = 365.25;

    public Duty {
        if (count < 1 || per == Per.NONE || (daysAhead != null && daysAhead < 1)) {
            throw new IllegalArgumentException(count + " per " + per + ", " + daysAhead + " days ahead, is no duty");
        }
    }

    /** Its task opens with the period. */
    public Duty(Per per, int count, Channels channels, boolean distinctDays) {
        this(per, count, channels, distinctDays, null);
    }

    /** A shorter period watches more closely. */
    boolean isTighterThan(Duty other) {
        return per.compareTo(other.per) < 0;
    }

    /** How many visits that is in an average week. */
    public double perWeek() {
        return count
                * DAYS_OF_WEEK
                / switch (per) {
                    case DAY -> 1;
                    case WEEK -> DAYS_OF_WEEK;
                    case MONTH -> DAYS_OF_YEAR / 12;
                    case QUARTER -> DAYS_OF_YEAR / 4;
                    case HALF_YEAR -> DAYS_OF_YEAR / 2;
                    case NONE -> throw new IllegalStateException("A duty has a period");
                };
    }

    /** Several in one column: {@code WEEK:2:HOME:false,DAY:1:ANY:false}, with the days ahead as a fifth part. */
    public static String write(List<Duty> duties) {
        return duties.stream()
                .map(duty -> duty.per + ":" + duty.count + ":" + duty.channels + ":" + duty.distinctDays
                        + (duty.daysAhead == null ? "" : ":" + duty.daysAhead))
                .collect(Collectors.joining(","));
    }

    /** @throws IllegalArgumentException for what {@link #write} does not write */
    public static List<Duty> read(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(",")).map(Duty::one).toList();
    }

    private static Duty one(String written) {
        String[] parts = written.split(":");
        return new Duty(
                Per.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Channels.valueOf(parts[2]),
                Boolean.parseBoolean(parts[3]),
                parts.length == PARTS_WITHOUT_DAYS ? null : Integer.valueOf(parts[PARTS_WITHOUT_DAYS]));
    }
}
