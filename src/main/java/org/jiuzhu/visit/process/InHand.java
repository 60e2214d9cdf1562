package org.jiuzhu.visit.process;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which windows' own processes settle them right now: they know of it and go on by themselves, and must not be told from
 * outside while they take the step.
 */
@Component
class InHand {

    private final ThreadLocal<Set<Long>> windows = ThreadLocal.withInitial(HashSet::new);

    void run(long windowId, Runnable step) {
        Set<Long> now = windows.get();
        boolean first = now.add(windowId);
        try {
            step.run();
        } finally {
            if (first) {
                now.remove(windowId);
            }
            if (now.isEmpty()) {
                windows.remove();
            }
        }
    }

    boolean has(long windowId) {
        return windows.get().contains(windowId);
    }
}
