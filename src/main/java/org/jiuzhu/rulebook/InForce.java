package org.jiuzhu.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jiuzhu.rules.Rules;
import org.jiuzhu.workflow.DecisionTables;
import org.jiuzhu.workflow.WrittenTable;
import org.springframework.stereotype.Component;

/**
 * The rows that answer where a chain of profiles holds, by the same order as {@link Rules} asks: a more special profile
 * that answers a question silences the more general ones.
 */
@Component
public class InForce {

    private static final String PROFILE = "profile";
    private static final String MODE = "mode";
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private final DecisionTables tables;

    InForce(DecisionTables tables) {
        this.tables = tables;
    }

    /** @param profiles the most special first; the default is asked last in any case */
    public List<Held> rows(List<String> profiles) {
        List<String> chain = new ArrayList<>(profiles);
        chain.remove(Rules.DEFAULT_PROFILE);
        chain.add(Rules.DEFAULT_PROFILE);
        List<Held> held = new ArrayList<>();
        List<WrittenTable> written = tables.latest();
        written.stream().filter(InForce::knowsProfiles).forEach(table -> held.addAll(byProfile(table, chain)));
        String mode = held.stream()
                .filter(row -> row.condition("rule").equals("cadenceMode"))
                .map(row -> row.conclusion("value"))
                .findFirst()
                .orElse("-");
        written.stream().filter(table -> !knowsProfiles(table)).forEach(table -> table.rows().stream()
                .filter(row -> !row.conditions().containsKey(MODE)
                        || matches(row.conditions().get(MODE), mode))
                .forEach(row -> held.add(new Held(table, row, ""))));
        Set<String> tiers = tiers(held);
        held.removeIf(row -> row.table().id().equals("visit-cadence")
                && literals(row.row().conditions().getOrDefault("tier", "")).stream()
                        .noneMatch(tiers::contains));
        return held;
    }

    /** Those that somebody there can be in. */
    private static Set<String> tiers(List<Held> held) {
        Set<String> tiers = new HashSet<>();
        held.stream().filter(row -> row.table().id().equals("visit-tier")).forEach(row -> {
            tiers.addAll(literals(row.row().conclusions().getOrDefault("tier", "")));
            tiers.addAll(literals(row.row().conditions().getOrDefault("extraTier", "")));
        });
        return tiers;
    }

    private static boolean knowsProfiles(WrittenTable table) {
        return table.inputs().stream().anyMatch(input -> input.name().equals(PROFILE));
    }

    private static List<Held> byProfile(WrittenTable table, List<String> chain) {
        List<Held> held = new ArrayList<>();
        for (WrittenTable.Row row : table.rows()) {
            int place = place(row, chain);
            boolean silenced =
                    table.rows().stream().anyMatch(other -> place(other, chain) < place && covers(other, row));
            if (place < chain.size() && !silenced) {
                held.add(new Held(table, row, isForAll(row) ? "" : chain.get(place)));
            }
        }
        return held;
    }

    private static boolean isForAll(WrittenTable.Row row) {
        return String.valueOf(row.conditions().get(PROFILE)).equals("-");
    }

    /** Where in the chain a row is asked; the chain's length where it is not. */
    private static int place(WrittenTable.Row row, List<String> chain) {
        String cell = String.valueOf(row.conditions().get(PROFILE));
        for (int place = 0; place < chain.size(); place++) {
            if (matches(cell, chain.get(place))) {
                return place;
            }
        }
        return chain.size();
    }

    private static boolean matches(String cell, String word) {
        return cell.equals("-") || literals(cell).contains(word);
    }

    /** Whether one row answers whenever the other would; only what is certain counts. */
    private static boolean covers(WrittenTable.Row one, WrittenTable.Row other) {
        return one.conditions().entrySet().stream()
                .filter(cell -> !cell.getKey().equals(PROFILE))
                .allMatch(cell -> covers(
                        cell.getValue(), String.valueOf(other.conditions().get(cell.getKey()))));
    }

    private static boolean covers(String one, String other) {
        if (one.equals("-") || one.equals(other)) {
            return true;
        }
        Set<String> these = literals(other);
        return !these.isEmpty()
                && !other.startsWith("not(")
                && !one.startsWith("not(")
                && literals(one).containsAll(these);
    }

    private static Set<String> literals(String cell) {
        Set<String> found = new HashSet<>();
        LITERAL.matcher(cell)
                .results()
                .map((MatchResult literal) -> literal.group(1))
                .forEach(found::add);
        return found;
    }
}
