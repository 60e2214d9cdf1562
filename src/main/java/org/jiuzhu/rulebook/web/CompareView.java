package org.jiuzhu.rulebook.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.rulebook.Chapter;
import org.jiuzhu.rulebook.Held;
import org.jiuzhu.rulebook.InForce;
import org.jiuzhu.rulebook.RuleWords;
import org.jiuzhu.rulebook.Sources;
import org.jiuzhu.rulebook.Standing;
import org.jiuzhu.rulebook.web.ComparePage.Cell;
import org.jiuzhu.rulebook.web.ComparePage.Column;
import org.jiuzhu.rulebook.web.ComparePage.Row;
import org.jiuzhu.rulebook.web.ComparePage.Section;
import org.jiuzhu.rules.Rules;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.DecisionTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the profiles side by side, as a place would have them that follows one and nothing else. */
@Component
@Transactional(readOnly = true)
class CompareView {

    private static final Cell NOTHING = new Cell("—", false, false, "");

    private final DecisionTables tables;
    private final InForce inForce;
    private final RuleWords say;
    private final Sources sources;
    private final Words words;

    CompareView(DecisionTables tables, InForce inForce, RuleWords say, Sources sources, Words words) {
        this.tables = tables;
        this.inForce = inForce;
        this.say = say;
        this.sources = sources;
        this.words = words;
    }

    /** One rule: a chapter, a table and what the rule is about. */
    private record Key(Chapter chapter, String table, String label) {}

    ComparePage page(boolean all) {
        List<String> profiles = profiles();
        Map<Key, Map<String, Cell>> cells = new LinkedHashMap<>();
        profiles.forEach(profile -> cellsOf(profile)
                .forEach((key, cell) -> cells.computeIfAbsent(key, rule -> new LinkedHashMap<>())
                        .put(profile, cell)));
        Map<Chapter, List<Row>> rows = new LinkedHashMap<>();
        Arrays.stream(Chapter.values()).forEach(chapter -> rows.put(chapter, new ArrayList<>()));
        sorted(cells)
                .forEach(rule -> Objects.requireNonNull(rows.get(rule.getKey().chapter()))
                        .add(row(rule.getKey(), rule.getValue(), profiles)));
        List<Row> every = rows.values().stream().flatMap(List::stream).toList();
        return new ComparePage(
                all,
                profiles.stream()
                        .map(profile -> new Column(
                                words.sayOr("rules.profile." + profile, profile),
                                String.join(" ", sources.noticesOf(List.of(profile)))))
                        .toList(),
                rows.entrySet().stream()
                        .map(chapter -> new Section(
                                chapter.getKey().name(),
                                words.say("rulebook.chapter." + chapter.getKey().name()),
                                chapter.getValue().stream()
                                        .filter(row -> all || row.differs())
                                        .toList()))
                        .filter(section -> !section.rows().isEmpty())
                        .toList(),
                (int) every.stream().filter(Row::differs).count(),
                every.size());
    }

    /** As the table of profiles has them, the default last. */
    private List<String> profiles() {
        return tables.latest().stream()
                .filter(table -> table.id().equals("profile"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.conditions().getOrDefault("profile", "").replace("\"", ""))
                .toList();
    }

    private Map<Key, Cell> cellsOf(String profile) {
        List<String> chain = profile.equals(Rules.DEFAULT_PROFILE) ? List.of() : List.of(profile);
        Set<String> own = sources.noticesOf(chain);
        Map<Key, List<Held>> rules = new LinkedHashMap<>();
        RulesView.inOrder(inForce.rows(chain)).stream()
                .filter(row -> !row.table().id().equals("profile"))
                .forEach(row -> rules.computeIfAbsent(
                                new Key(Chapter.of(row), row.table().id(), say.label(row)), rule -> new ArrayList<>())
                        .add(row));
        Map<Key, Cell> cells = new LinkedHashMap<>();
        rules.forEach((rule, rows) -> cells.put(rule, cell(rows, own)));
        return cells;
    }

    private Cell cell(List<Held> rows, Set<String> own) {
        String text = rows.stream()
                .flatMap(row -> Stream.of(say.value(row), say.channels(row)))
                .filter(said -> !said.isEmpty())
                .distinct()
                .collect(Collectors.joining(words.say("rulebook.comma")));
        Held first = rows.get(0);
        boolean assumed =
                rows.stream().anyMatch(row -> sources.standing(row.conclusion("source"), own) != Standing.STATED);
        return new Cell(text, false, assumed, assumed ? "" : first.conclusion("source"));
    }

    private static List<Map.Entry<Key, Map<String, Cell>>> sorted(Map<Key, Map<String, Cell>> cells) {
        return cells.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        rule -> Chapter.TABLES.indexOf(rule.getKey().table())))
                .toList();
    }

    private static Row row(Key rule, Map<String, Cell> cells, List<String> profiles) {
        @Nullable Cell usual = cells.get(Rules.DEFAULT_PROFILE);
        List<Cell> row = profiles.stream()
                .map(profile -> marked(cells.getOrDefault(profile, NOTHING), usual))
                .toList();
        return new Row(rule.label(), row.stream().map(Cell::text).distinct().count() > 1, row);
    }

    private static Cell marked(Cell cell, @Nullable Cell usual) {
        boolean other = usual == null ? cell != NOTHING : !usual.text().equals(cell.text());
        return new Cell(cell.text(), other, cell.assumed(), cell.source());
    }
}
