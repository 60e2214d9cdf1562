package org.jiuzhu.visit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.doorstay.CheckIn;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.household.Door;
import org.jiuzhu.household.Doors;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.OpenWork;
import org.jiuzhu.workflow.WorkItem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visits of somebody who sees no resident beside them: a grid worker, a volunteer, an entrusted professional point
 * (SJ 三(一)). What they hold or are offered says whom they visit; of those people the day tells what the task tells, and no
 * more.
 */
@Component
@Transactional(readOnly = true)
public class EntrustedVisits {

    private static final String TASK = "userTask_conductVisit";

    /** A committee's open visits are some dozens. */
    private static final int MOST = 500;

    private final OpenWork work;
    private final PointVisits visits;
    private final Doors doors;
    private final DoorStays stays;
    private final DataScopes scopes;

    EntrustedVisits(OpenWork work, PointVisits visits, Doors doors, DoorStays stays, DataScopes scopes) {
        this.work = work;
        this.visits = visits;
        this.doors = doors;
        this.stays = stays;
        this.scopes = scopes;
    }

    /**
     * @param tasks by the number of the window
     * @param doors of the people to be visited
     * @param last when each of them was met last
     * @param checkIns at which of the households' doors one checks in first, the one the visitor is behind left out
     */
    public record Entrusted(
            List<OwedVisit> visits,
            Map<String, String> tasks,
            List<Door> doors,
            Map<Long, LastVisit> last,
            Set<Long> checkIns) {}

    public Entrusted of(Actor actor) {
        List<WorkItem> items = work.forActor(TASK, actor, MOST);
        Optional<Long> inside = stays.of(actor.username()).map(DoorStay::householdId);
        return scopes.asSystem("visits to make", () -> of(items, inside));
    }

    private Entrusted of(List<WorkItem> items, Optional<Long> inside) {
        Map<String, String> tasks =
                items.stream().collect(Collectors.toMap(WorkItem::number, WorkItem::taskId, (one, other) -> one));
        List<OwedVisit> owed = visits.byNumber(tasks.keySet());
        Collection<Long> people =
                owed.stream().map(OwedVisit::personId).distinct().toList();
        List<Door> homes = doors.of(people);
        Set<Long> checkIns = checkIns(homes, items);
        inside.ifPresent(checkIns::remove);
        return new Entrusted(owed, tasks, homes, visits.lastVisits(people), checkIns);
    }

    private Set<Long> checkIns(List<Door> homes, List<WorkItem> items) {
        Map<Long, String> places = items.stream()
                .collect(Collectors.toMap(
                        item -> Objects.requireNonNull(item.personId()),
                        EntrustedVisits::orgCode,
                        (one, other) -> one));
        Map<String, CheckIn> asked = places.values().stream().distinct().collect(Collectors.toMap(p -> p, stays::asks));
        return homes.stream()
                .filter(home -> home.householdId() != null)
                .filter(home -> Objects.requireNonNull(
                                asked.get(places.get(home.residents().get(0).personId())))
                        .isAskedAt(home.safetyFlags()))
                .map(Door::householdId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String orgCode(WorkItem item) {
        return Objects.requireNonNullElse(item.pointCode(), item.streetCode());
    }

    /**
     * Somebody goes in for a visit that is entrusted to them.
     *
     * @throws Refusal NOT_FOUND for anybody else's visit, and as {@link DoorStays#checkIn}
     */
    @Transactional
    public DoorStay checkIn(long personId, Actor by) {
        if (work.forActor(TASK, by, MOST).stream().noneMatch(item -> Objects.equals(item.personId(), personId))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound");
        }
        return scopes.asSystem("visit to make", () -> stays.checkIn(personId, by));
    }
}
