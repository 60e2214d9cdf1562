package org.jiuzhu.rulechange;

import java.util.List;
import java.util.Optional;
import org.jiuzhu.workflow.DecisionTables;
import org.springframework.stereotype.Component;

/** The profiles that a unit can follow: those of which the table {@code profile} says whose notice they are. */
@Component
class KnownProfiles {

    private static final String TABLE = "profile";

    private final DecisionTables tables;

    KnownProfiles(DecisionTables tables) {
        this.tables = tables;
    }

    List<String> all() {
        return tables.latest().stream()
                .filter(table -> table.id().equals(TABLE))
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> Optional.ofNullable(row.conditions().get(TABLE)).stream())
                .map(cell -> cell.replace("\"", ""))
                .toList();
    }
}
