package org.jiuzhu.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jiuzhu.workflow.DecisionDraft;
import org.jiuzhu.workflow.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table for an organisation. Its profiles are asked one after the other, most special first, and the
 * first that has a matching row answers alone: an answer never mixes profiles.
 */
@Component
public class Rules {

    /** Every chain ends with it. */
    public static final String DEFAULT_PROFILE = "default";

    private final Decisions decisions;
    private final Profiles profiles;
    private final Clock clock;
    private final RuleMemo memo = new RuleMemo();
    private final ThreadLocal<@Nullable Supposition> supposed = new ThreadLocal<>();

    Rules(Decisions decisions, Profiles profiles, Clock clock) {
        this.decisions = decisions;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Runs as if other rules held; whatever this thread asks inside is answered by them. */
    public <T extends @Nullable Object> T supposing(Supposition supposition, Supplier<T> work) {
        Supposition before = supposed.get();
        supposed.set(supposition);
        try {
            return work.get();
        } finally {
            if (before == null) {
                supposed.remove();
            } else {
                supposed.set(before);
            }
        }
    }

    /**
     * All matching rows in the table's order; empty if no profile has one.
     *
     * @param facts inputs by name, without the profile; null is unknown
     */
    public List<Ruling> all(String decision, String orgCode, Map<String, ? extends @Nullable Object> facts) {
        var table = table(decision);
        for (var profile : chain(orgCode)) {
            var inputs = new HashMap<String, @Nullable Object>(facts);
            inputs.put("profile", profile);
            var rows = table.rows(inputs);
            if (!rows.isEmpty()) {
                return rulings(decision, profile, rows);
            }
        }
        return List.of();
    }

    /**
     * All matching rows, at least one.
     *
     * @throws NoRule if no profile of the organisation has one
     */
    public List<Ruling> some(String decision, String orgCode, Map<String, ? extends @Nullable Object> facts) {
        var rulings = all(decision, orgCode, facts);
        if (rulings.isEmpty()) {
            throw new NoRule(decision, facts, chain(orgCode));
        }
        return rulings;
    }

    /**
     * The one row that answers.
     *
     * @throws NoRule if no profile of the organisation has one
     */
    public Ruling one(String decision, String orgCode, Map<String, ? extends @Nullable Object> facts) {
        return some(decision, orgCode, facts).get(0);
    }

    /** Which version of a table answers now, {@code visit-tier:3}: what a decision kept for later rests on. */
    public String inForce(String decision) {
        String[] parts = decisions.version(decision).split(":", 3);
        return parts[0] + ":" + parts[1];
    }

    /** The one row of a table that is the same for all profiles. */
    Ruling oneForAll(String decision, Map<String, ? extends @Nullable Object> facts) {
        return rulings(decision, "", table(decision).rows(facts)).stream()
                .findFirst()
                .orElseThrow(() -> new NoRule(decision, facts, List.of()));
    }

    private List<String> chain(String orgCode) {
        Supposition supposition = supposed.get();
        var chain = new ArrayList<>(
                supposition == null
                        ? profiles.chainFor(orgCode, LocalDate.now(clock))
                        : profiles.chainFor(orgCode, supposition.on(), supposition.profiles()));
        chain.remove(DEFAULT_PROFILE);
        chain.add(DEFAULT_PROFILE);
        return chain;
    }

    /** The one that answers: the version in force, or the draft that is supposed to be. */
    private Table table(String decision) {
        Supposition supposition = supposed.get();
        DecisionDraft draft = supposition == null ? null : supposition.drafts().get(decision);
        return draft == null
                ? new Table(decisions.version(decision), facts -> decisions.evaluate(decision, facts))
                : new Table(draft.version(), draft::evaluate);
    }

    private final class Table {

        private final String version;
        private final Function<Map<String, ? extends @Nullable Object>, List<Map<String, @Nullable Object>>> evaluation;

        Table(
                String version,
                Function<Map<String, ? extends @Nullable Object>, List<Map<String, @Nullable Object>>> evaluation) {
            this.version = version;
            this.evaluation = evaluation;
        }

        List<Map<String, @Nullable Object>> rows(Map<String, ? extends @Nullable Object> facts) {
            return memo.rows(version, facts, () -> evaluation.apply(facts));
        }
    }

    private static List<Ruling> rulings(String decision, String profile, List<Map<String, @Nullable Object>> rows) {
        return rows.stream().map(row -> new Ruling(decision, profile, row)).toList();
    }
}
