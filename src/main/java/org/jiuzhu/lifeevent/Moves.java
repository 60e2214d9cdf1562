package org.jiuzhu.lifeevent;

import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Standings;
import org.jiuzhu.lifecycle.HouseholdMoved;
import org.jiuzhu.lifecycle.HouseholdMoving;
import org.jiuzhu.lifeevent.HouseholdMove.NewMove;
import org.jiuzhu.lifeevent.HouseholdMove.State;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.Rerouting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A household moves to another point. Nothing changes until both stations have agreed and the day has come; then
 * everything that belongs to the household belongs to the new place.
 */
@Component("moves")
@ForModels
@Transactional
public class Moves {

    private static final EnumSet<State> OPEN = EnumSet.of(State.PROPOSED, State.AGREED);

    private final MoveStore store;
    private final Households households;
    private final People people;
    private final Standings standings;
    private final Network network;
    private final Rerouting rerouting;
    private final Messages messages;
    private final Timeline timeline;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(
            MoveStore store,
            Households households,
            People people,
            Standings standings,
            Network network,
            Rerouting rerouting,
            Messages messages,
            Timeline timeline,
            Numbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.households = households;
        this.people = people;
        this.standings = standings;
        this.network = network;
        this.rerouting = rerouting;
        this.messages = messages;
        this.timeline = timeline;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible to either side */
    @Transactional(readOnly = true)
    public HouseholdMove get(long id) {
        return store.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lifeevent.move.notFound"));
    }

    /** The move that is under way. */
    @Transactional(readOnly = true)
    public Optional<HouseholdMove> underWay(long householdId) {
        return store.findByHouseholdIdAndStateIn(householdId, OPEN);
    }

    /**
     * Proposing the same move again changes nothing.
     *
     * @throws Refusal CONFLICT if another one is under way
     * @throws InvalidInput if the household is there already, or there is no such committee
     */
    public HouseholdMove propose(long householdId, NewMove asked, Actor by) {
        Optional<HouseholdMove> known = underWay(householdId);
        if (known.isPresent()) {
            if (known.get().toOrg().equals(asked.toOrg())
                    && known.get().moveOn().equals(asked.on())) {
                return known.get();
            }
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "lifeevent.move.underWay",
                    known.get().number());
        }
        Household household = households.get(householdId);
        Place from = household.place();
        Place to = destination(asked.toOrg(), from);
        HouseholdMove move = store.save(new HouseholdMove(
                numbers.next(Numbers.Kind.BD),
                householdId,
                people.get(household.headPersonId()).name(),
                from,
                to,
                asked,
                by.username(),
                clock.instant()));
        timeline.add("move.proposed", move.leaving(), null, by, where(move));
        events.publishEvent(new HouseholdMoving(householdId, move.fromOrg(), move.toOrg(), move.moveOn()));
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("moveId", move.id());
        variables.put("fromOrgCode", move.fromOrg());
        variables.put("toOrgCode", move.toOrg());
        variables.put("urgency", "NORMAL");
        messages.start("MoveProposed", move.number(), variables);
        return move;
    }

    private Place destination(String orgCode, Place from) {
        boolean residential = network.find(orgCode)
                .filter(OrgUnit::active)
                .filter(unit -> unit.kind() == OrgUnit.Kind.POINT || unit.kind() == OrgUnit.Kind.STREET)
                .isPresent();
        if (!residential) {
            throw new InvalidInput(FieldProblem.of("toOrg", "lifeevent.move.unknownPlace"));
        }
        if (orgCode.equals(from.orgCode())) {
            throw new InvalidInput(FieldProblem.of("toOrg", "lifeevent.move.samePlace"));
        }
        return network.place(orgCode);
    }

    public void confirmOut(long moveId, Actor by) {
        HouseholdMove move = get(moveId);
        move.confirmedOut(by.username());
        timeline.add("move.confirmedOut", move.leaving(), null, by, where(move));
    }

    public void confirmIn(long moveId, Actor by) {
        HouseholdMove move = get(moveId);
        move.confirmedIn(by.username());
        timeline.add("move.confirmedIn", move.leaving(), null, by, where(move));
    }

    /** Either side says no: nothing has changed. */
    public void refuse(long moveId, String reason, Actor by) {
        HouseholdMove move = get(moveId);
        move.refused(reason, by.username());
        timeline.add("move.refused", move.leaving(), null, by, Map.of("note", reason));
    }

    /** It was a slip, or plans changed: nothing has changed, and whoever was asked is asked no longer. */
    public void withdraw(long moveId, Actor by) {
        HouseholdMove move = get(moveId);
        move.withdrawn();
        timeline.add("move.withdrawn", move.leaving(), null, by, Map.of());
        messages.correlate("MoveWithdrawn", move.number(), Map.of());
    }

    @Transactional(readOnly = true)
    public boolean isWithinStreet(long moveId) {
        return get(moveId).isWithinStreet();
    }

    /** The first moment of the first day at the new place. */
    @Transactional(readOnly = true)
    public Date startsAt(long moveId) {
        return Date.from(get(moveId).moveOn().atStartOfDay(WorkCalendar.ZONE).toInstant());
    }

    /** The day has come. Former people keep what they wrote; everything else belongs to the new place. */
    public void takeEffect(long moveId) {
        HouseholdMove move = get(moveId);
        move.done(clock.instant());
        store.saveAndFlush(move);
        standings.moved(move.householdId(), move.to(), move.road(), move.room());
        timeline.add("move.done", move.arrived(), null, Actor.machine(Actor.SYSTEM), where(move));
        rerouting.ofHousehold(move.householdId(), move.toOrg());
        events.publishEvent(new HouseholdMoved(move.householdId(), move.fromOrg(), move.toOrg(), move.moveOn()));
    }

    private Map<String, String> where(HouseholdMove move) {
        return Map.of(
                "from", name(move.fromOrg()),
                "to", name(move.toOrg()),
                "on", move.moveOn().toString());
    }

    /** 松鹤街道 · 鹤鸣居委; a street alone by its own name. */
    public String name(String orgCode) {
        OrgUnit unit = network.unit(orgCode);
        return unit.kind() == OrgUnit.Kind.POINT && unit.parentCode() != null
                ? network.unit(unit.parentCode()).name() + unit.name()
                : unit.name();
    }
}
