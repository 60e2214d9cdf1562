package org.jiuzhu.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs every step that is not in the results yet. Settings: {@code people} (10,000 unless told), {@code bench.home} (where
 * the database and the results are kept), {@code steps} (a comma list; all unless told), {@code seconds} (how long a step
 * may be measured), {@code burst} (how long a burst of timers may be).
 */
public final class Bench {

    private Bench() {}

    /** One thing to measure; told what it cost and did. */
    interface Step {

        Map<String, Object> run(BenchRun run) throws Exception;
    }

    private static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("fill", Ground::fill);
        steps.put("floor", Ground::floor);
        steps.put("round", Round::first);
        steps.put("pages.rest", Pages::atRest);
        steps.put("phone", Pages::onAPhone);
        steps.put("life", Life::one);
        steps.put("reminders", Midnight::reminders);
        steps.put("midnight.default", Midnight::asBefore);
        steps.put("midnight", Midnight::tuned);
        steps.put("stock", Stock::timers);
        steps.put("stock.life", Stock::life);
        steps.put("stock.pages", Stock::pages);
        return steps;
    }

    public static void main(String[] args) {
        try {
            measure();
            System.exit(0);
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure() throws Exception {
        int people = Integer.getInteger("people", 10_000);
        Path home = Path.of(System.getProperty("bench.home", "target/bench")).toAbsolutePath();
        String chosen = System.getProperty("steps", "");
        try (BenchServer server = new BenchServer(home);
                BenchRun run = new BenchRun(server, people)) {
            Results results = new Results(home.resolve("results.jsonl"));
            for (Map.Entry<String, Step> step : steps().entrySet()) {
                boolean wanted = chosen.isBlank()
                        ? !results.has(people, step.getKey())
                        : List.of(chosen.split(",")).contains(step.getKey());
                if (wanted) {
                    run(run, step, results);
                }
            }
        }
    }

    private static void run(BenchRun run, Map.Entry<String, Step> step, Results results) throws Exception {
        System.out.println("# " + step.getKey() + " for " + run.people() + " people");
        run.begin(step.getKey());
        Map<String, Object> measured = step.getValue().run(run);
        results.add(run.people(), step.getKey(), measured);
        new TreeMap<>(measured).forEach((what, value) -> System.out.println("  " + what + " = " + value));
    }
}
