package org.jiuzhu.doorstay.process;

import java.util.Date;
import java.util.Map;
import org.jiuzhu.doorstay.DoorChecked;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.TaskContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The names of door-stay, and who starts and ends it: the door. */
@Component
class DoorStayProcess {

    static final String CHECKED_IN = "CheckedIn";
    static final String CHECKED_OUT = "CheckedOut";
    static final String STAY_ID = "stayId";
    static final String ORG_CODE = "orgCode";
    static final String EXPECTED_AT = "expectedAt";

    private final Messages messages;
    private final DataScopes scopes;

    DoorStayProcess(Messages messages, DataScopes scopes) {
        this.messages = messages;
        this.scopes = scopes;
    }

    static long stayId(TaskContext task) {
        return task.longVar(STAY_ID);
    }

    @EventListener
    void checkedIn(DoorChecked.In in) {
        scopes.runAsSystem(
                "door stay",
                () -> messages.start(
                        CHECKED_IN,
                        in.number(),
                        Map.of(STAY_ID, in.stayId(), ORG_CODE, in.orgCode(), EXPECTED_AT, Date.from(in.expectedAt()))));
    }

    @EventListener
    void checkedOut(DoorChecked.Out out) {
        scopes.runAsSystem("door stay", () -> messages.correlate(CHECKED_OUT, out.number(), Map.of()));
    }
}
