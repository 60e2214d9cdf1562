package org.jiuzhu.visit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;

/**
 * What is owed in every period of one kind: at least {@code count} contacts by channels that count.
 *
 * @param count at least 1
 * @param distinctDays whether two contacts on one day count once
 */
public record Duty(Per per, int count, Channels channels, boolean distinctDays) {

    public Duty {
        if (count < 1 || per == Per.NONE) {
            throw new IllegalArgumentException(count + " per " + per + " is no duty");
        }
    }

    /** A shorter period watches more closely. */
    boolean isTighterThan(Duty other) {
        return per.compareTo(other.per) < 0;
    }

    /** Several in one column: {@code WEEK:2:HOME:false,DAY:1:ANY:false}. */
    static String write(List<Duty> duties) {
        return duties.stream()
                .map(duty -> duty.per + ":" + duty.count + ":" + duty.channels + ":" + duty.distinctDays)
                .collect(Collectors.joining(","));
    }

    static List<Duty> read(String column) {
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
                Boolean.parseBoolean(parts[3]));
    }
}
