package org.jiuzhu.support;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.visit.VisitPlans;
import org.jiuzhu.visit.VisitPlans.Change;

/** Visits that are owed and visits that were made, as a test wants them. */
public final class Visiting {

    private static final Actor SYSTEM = Actor.machine(Actor.SYSTEM);

    private final VisitPlans plans;
    private final Network network;

    public Visiting(VisitPlans plans, Network network) {
        this.plans = plans;
        this.network = network;
    }

    /** From a day on, one visit a period by any channel that SJ 三(一) names. */
    public void owed(long personId, Tier tier, Per per, LocalDate from) {
        owed(personId, tier, from, new Duty(per, 1, Channels.HOME_PHONE_VIDEO, true));
    }

    public void owed(long personId, Tier tier, LocalDate from, Duty... duties) {
        owed(personId, network.place(DemoNetwork.HEMING), tier, from, duties);
    }

    public void owed(long personId, Place place, Tier tier, LocalDate from, Duty... duties) {
        plans.change(
                personId,
                new Change(
                        new PlanStep(from, List.of(duties), List.of(), "ENTERED"),
                        tier,
                        "TIER",
                        "songjiang",
                        "visit-tier:1,visit-cadence:1",
                        place),
                SYSTEM);
    }
}
