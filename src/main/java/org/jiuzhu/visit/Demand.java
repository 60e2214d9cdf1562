package org.jiuzhu.visit;

import java.util.List;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.rules.VisitCadence;
import org.jiuzhu.rules.VisitCadence.Per;

/**
 * What a profile demands for a tier.
 *
 * @param onNodes what is owed in addition while a special node lasts
 * @param profile the jurisdiction profile that answered
 */
record Demand(List<Duty> duties, List<Duty> onNodes, String profile) {

    /**
     * @param plain the cadences of an ordinary day, at least one
     * @param onNode those of a day of a special node, the ordinary ones among them
     */
    static Demand of(List<VisitCadence> plain, List<VisitCadence> onNode) {
        return new Demand(
                duties(plain),
                duties(onNode.stream()
                        .filter(cadence -> !plain.contains(cadence))
                        .toList()),
                plain.get(0).ruling().profile());
    }

    private static List<Duty> duties(List<VisitCadence> cadences) {
        return cadences.stream()
                .filter(cadence -> cadence.period() != Per.NONE)
                .map(cadence -> new Duty(
                        cadence.period(),
                        cadence.count(),
                        cadence.channels(),
                        cadence.distinctDays(),
                        cadence.daysAhead()))
                .toList();
    }
}
