package org.jiuzhu.bench;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;

/** What ends a visit: its task is done, each in a transaction of its own. Opening and start are measured before. */
final class Life {

    private static final int LIVES = 500;

    private Life() {}

    static Map<String, Object> one(BenchRun run) throws Exception {
        Product product = run.product();
        product.stand("2026-07-20T09:00:00");
        TaskService tasks = product.bean(TaskService.class);
        List<String> open = product.system(() -> product.jdbc()
                .queryForList(
                        "select task_id from work_item where task_key = 'userTask_conductVisit' order by task_id limit "
                                + LIVES,
                        String.class));
        Meter meter = run.meter();
        for (String task : open) {
            product.system(() -> {
                tasks.complete(task);
                return task;
            });
        }
        return meter.stop(open.size());
    }
}
