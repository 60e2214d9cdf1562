package org.jiuzhu.visit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.cadence.WindowPlanner.Plan;
import org.jiuzhu.visit.WindowSettled.As;
import org.jiuzhu.visit.WindowTable.Planned;
import org.jiuzhu.visit.WindowTable.Stored;
import org.jspecify.annotations.Nullable;

/** What has to change in the rows so that they say what plans say. */
final class WindowChanges {

    /** Why a window closes whose every step was a mistake. */
    private static final String UNDONE = "UNDONE";

    record Closed(Stored row, Closing closing) {}

    /** @param stepId the step that was in force on the day from which the window is owed */
    record Opened(long stepId, Window window) {}

    private final List<Closed> closed = new ArrayList<>();
    private final List<Stored> reopened = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private final Set<Long> owing = new LinkedHashSet<>();

    void compare(Planned person, List<Stored> rows) {
        List<Stored> left = new ArrayList<>(rows);
        Plan plan = person.plan();
        if (plan != null) {
            plan.windows().forEach(window -> compare(person, window, take(left, window)));
        }
        left.stream()
                .filter(row -> row.window().closing() == null)
                .forEach(row -> closed.add(new Closed(row, unplanned(person, row.window()))));
    }

    private void compare(Planned person, Window window, @Nullable Stored known) {
        Closing closing = window.closing();
        if (known == null) {
            opened.add(new Opened(madeBy(person.steps(), window), window));
            owing.add(person.personId());
        } else if (Objects.equals(known.window().closing(), closing)) {
            return;
        } else if (closing == null) {
            reopened.add(known);
            owing.add(person.personId());
        } else {
            closed.add(new Closed(known, closing));
        }
    }

    private static Closing unplanned(Planned person, Window window) {
        return person.plan() == null
                ? new Closing(window.owedFrom(), Closing.Kind.CANCELLED, UNDONE)
                : window.cancelled(person.last().step());
    }

    private static @Nullable Stored take(List<Stored> left, Window planned) {
        for (Stored row : left) {
            Window window = row.window();
            if (window.span().equals(planned.span())
                    && window.owedFrom().equals(planned.owedFrom())
                    && window.duty().equals(planned.duty())
                    && window.onNode() == planned.onNode()) {
                left.remove(row);
                return row;
            }
        }
        return null;
    }

    private static long madeBy(List<TakenStep> steps, Window window) {
        return steps.stream()
                .filter(taken -> !taken.step().from().isAfter(window.owedFrom()))
                .reduce((earlier, later) -> later)
                .orElse(steps.get(0))
                .id();
    }

    List<Closed> closed() {
        return closed;
    }

    List<Stored> reopened() {
        return reopened;
    }

    List<Opened> opened() {
        return opened;
    }

    /** Who owes more than before: contacts made already may meet it. */
    Set<Long> owing() {
        return owing;
    }

    /** What is settled only now. */
    List<WindowSettled> settled() {
        return closed.stream()
                .filter(one -> !one.row().settled())
                .map(one -> new WindowSettled(
                        one.row().id(),
                        one.row().number(),
                        As.valueOf(one.closing().kind().name())))
                .toList();
    }
}
