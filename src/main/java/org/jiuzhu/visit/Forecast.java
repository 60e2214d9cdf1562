package org.jiuzhu.visit;

import java.util.List;
import org.jiuzhu.network.Place;

/**
 * What other rules would mean.
 *
 * @param people whose plan would demand something else
 * @param openWindows of theirs that are open now and still lack a visit
 * @param points where that changes how many visits are owed, by their codes
 */
public record Forecast(int people, int openWindows, List<PointLoad> points) {

    /**
     * @param people of this point whose plan would demand something else
     * @param before visits that the whole point owes in an average week, without special nodes
     */
    public record PointLoad(Place place, int people, double before, double after) {}
}
