package org.jiuzhu.visit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.household.Door;
import org.jiuzhu.household.Doors;
import org.jiuzhu.shared.Actor;
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
    private final DataScopes scopes;

    EntrustedVisits(OpenWork work, PointVisits visits, Doors doors, DataScopes scopes) {
        this.work = work;
        this.visits = visits;
        this.doors = doors;
        this.scopes = scopes;
    }

    /**
     * @param tasks by the number of the window
     * @param doors of the people to be visited
     * @param last when each of them was met last
     */
    public record Entrusted(
            List<OwedVisit> visits, Map<String, String> tasks, List<Door> doors, Map<Long, LastVisit> last) {}

    public Entrusted of(Actor actor) {
        Map<String, String> tasks = work.forActor(TASK, actor, MOST).stream()
                .collect(Collectors.toMap(WorkItem::number, WorkItem::taskId, (one, other) -> one));
        return scopes.asSystem("visits to make", () -> of(tasks));
    }

    private Entrusted of(Map<String, String> tasks) {
        List<OwedVisit> owed = visits.byNumber(tasks.keySet());
        Collection<Long> people =
                owed.stream().map(OwedVisit::personId).distinct().toList();
        return new Entrusted(owed, tasks, doors.of(people), visits.lastVisits(people));
    }
}
