package org.jiuzhu.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.workflow.TaskCompleted;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskSubject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** One thing that happened is told once: in the step's own words where it has some. */
@JiuzhuTest
class TimelineToldTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final TaskSubject CASE = new TaskSubject(
            "SH-2026-000001", 1L, null, 1L, null, "999901", "999901005", "999901005001", null, Urgency.NORMAL);

    @Autowired
    Timeline timeline;

    @Autowired
    TimelineWords words;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Desk desk;

    @Test
    void aTaskWhoseStepTellsItselfIsNotToldTwice() {
        desk.system(() -> {
            timeline.add("case.verified", CASE, null, LIN, Map.of());
            done(false);
            return true;
        });

        assertThat(kinds()).containsExactly("case.verified");
    }

    @Test
    void aTaskWhoseStepSaysNothingIsTold() {
        desk.system(() -> {
            timeline.add("case.verified", CASE, null, LIN, Map.of());
            return true;
        });
        desk.system(() -> {
            timeline.add("record.written", CASE, null, LIN, Map.of("record", "JL-1"));
            done(false);
            return true;
        });

        assertThat(kinds())
                .as("another moment's words and a record do not stand for it")
                .contains("task.userTask_verifyLead");
    }

    @Test
    void aLateTaskIsToldBesideItsWordsBecauseItSaysThatItWasLate() {
        desk.system(() -> {
            timeline.add("case.verified", CASE, null, LIN, Map.of());
            done(true);
            return true;
        });

        assertThat(kinds()).contains("task.userTask_verifyLead");
    }

    private void done(boolean late) {
        TaskContext task = new TaskContext("1", "userTask_verifyLead", "assistance-case", CASE.number(), Map.of());
        events.publishEvent(new TaskCompleted(task, CASE, LIN, Instant.parse("2026-07-06T02:00:00Z"), late));
    }

    private List<String> kinds() {
        return desk.system(() -> {
            var all = timeline.ofCase(1L, List.of(), 20);
            assertThat(words.entries(all))
                    .hasSameSizeAs(all.stream().filter(e -> !e.told()).toList());
            return all.stream().filter(e -> !e.told()).map(TimelineEvent::kind).toList();
        });
    }
}
