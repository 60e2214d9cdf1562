package org.jiuzhu.visit.process;

import static org.jiuzhu.visit.process.VisitProcess.WINDOW_ID;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.workflow.Foresight;
import org.springframework.stereotype.Component;

/** When many windows end at one midnight, how they stand is read for a bundle of them at once. */
@Component
class VisitForesight implements Foresight {

    private final VisitWindows windows;

    VisitForesight(VisitWindows windows) {
        this.windows = windows;
    }

    @Override
    public String process() {
        return "visit";
    }

    @Override
    public void look(List<Map<String, Object>> variables) {
        windows.foresee(variables.stream()
                .map(some -> (Number) Objects.requireNonNull(some.get(WINDOW_ID)))
                .map(Number::longValue)
                .toList());
    }
}
