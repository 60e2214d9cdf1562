package org.jiuzhu.visit.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.household.Door;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.visit.OwedVisit;
import org.jiuzhu.visit.OwedVisit.Urgency;
import org.jiuzhu.visit.RouteOrder;

/** A door with everything that is owed behind it, and where it stands in the day's order. */
record HomeToVisit(Door door, List<OwedVisit> visits) {

    /** By need: what is late first, people in special care first among them (PT(九)), then by risk and day. */
    static final Comparator<HomeToVisit> BY_NEED = Comparator.comparing(HomeToVisit::urgency)
            .thenComparing(home -> !home.caresSpecially())
            .thenComparing(HomeToVisit::rank)
            .thenComparing(HomeToVisit::ends)
            .thenComparing(home -> home.door().building(), RouteOrder.INSTANCE)
            .thenComparing(home -> home.door().flat(), RouteOrder.INSTANCE);

    static final Comparator<HomeToVisit> BY_FLAT = Comparator.<HomeToVisit, String>comparing(
                    home -> home.door().flat(), RouteOrder.INSTANCE)
            .thenComparing(home -> home.door().residents().get(0).personId());

    /** The most urgent first; of what is over the last period, of what goes on the first to end. */
    static final Comparator<OwedVisit> MOST_URGENT =
            Comparator.comparing(OwedVisit::urgency).thenComparing(HomeToVisit::nearest);

    private static long nearest(OwedVisit visit) {
        long end = visit.window().span().end().toEpochDay();
        return visit.urgency() == Urgency.LATE ? -end : end;
    }

    Urgency urgency() {
        return visits.stream()
                .map(OwedVisit::urgency)
                .min(Comparator.naturalOrder())
                .orElse(Urgency.DONE);
    }

    boolean isToDo() {
        return urgency() == Urgency.LATE || urgency() == Urgency.DUE;
    }

    boolean has(Urgency urgency) {
        return visits.stream().anyMatch(visit -> visit.urgency() == urgency);
    }

    /** Whether somebody in special care is to be visited now. */
    boolean caresSpecially() {
        return visits.stream()
                .filter(visit -> visit.urgency() == Urgency.LATE || visit.urgency() == Urgency.DUE)
                .anyMatch(visit -> visit.tier() == Tier.SPECIAL);
    }

    Map<Long, List<OwedVisit>> byPerson() {
        return visits.stream().collect(Collectors.groupingBy(OwedVisit::personId));
    }

    /** Special care, then by risk. */
    static int rank(Tier tier) {
        return switch (tier) {
            case SPECIAL -> 0;
            case HIGH -> 1;
            case KEY -> 2;
            case FLAT -> 3;
            case REGULAR -> 4;
            case GENERAL -> 5;
            case SWEEP, ADHOC, NONE -> 6;
        };
    }

    private int rank() {
        return visits.stream().mapToInt(visit -> rank(visit.tier())).min().orElse(Integer.MAX_VALUE);
    }

    private LocalDate ends() {
        return visits.stream()
                .map(visit -> visit.window().span().end())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }
}
