package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would mean for one person.
 *
 * @param from the day from which the first window under the new rules would be owed; null where none is within a year
 */
public record PlanChange(long personId, Place place, Demanded before, Demanded after, @Nullable LocalDate from) {

    /** @param onNodes in addition while a special node lasts */
    public record Demanded(Tier tier, List<Duty> duties, List<Duty> onNodes) {

        public double perWeek() {
            return duties.stream().mapToDouble(Duty::perWeek).sum();
        }
    }
}
