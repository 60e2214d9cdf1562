package org.jiuzhu.household.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.household.DataTable;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The data table of a committee as a paged list and as a spreadsheet; either is on record. */
@Controller
class DataTableController {

    private static final int CHUNK = 200;

    private final DataTable table;
    private final DataTableWords say;
    private final Network network;
    private final CurrentActor actors;
    private final AuditLog audit;
    private final Words words;
    private final Clock clock;

    DataTableController(
            DataTable table,
            DataTableWords say,
            Network network,
            CurrentActor actors,
            AuditLog audit,
            Words words,
            Clock clock) {
        this.table = table;
        this.say = say;
        this.network = network;
        this.actors = actors;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/people/table")
    String page(
            @RequestParam(required = false) @Nullable String point,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        List<OrgUnit> points = points(actors.get());
        String of = chosen(points, point);
        PageKey key = PageKey.of(after);
        DataTable.Page page = table.page(of, key.after(), DataTable.PAGE);
        int shown = key.shown() + page.rows().size();
        model.addAttribute(
                "page",
                new DataTablePage(
                        of,
                        points.stream()
                                .map(unit -> new Option(unit.code(), unit.name()))
                                .toList(),
                        DataTableWords.COLUMNS.stream().map(say::column).toList(),
                        page.rows().stream()
                                .map(row -> new DataTablePage.Line(
                                        "/people/" + row.person().id(), say.cells(row), say.newest(row)))
                                .toList(),
                        shown,
                        String.valueOf(table.count(of)),
                        page.next() == null ? null : new PageKey(shown, page.next()).toString()));
        audit.record(AuditKind.SENSITIVE_READ, actors.get(), "residents", of, "table");
        return "household/table";
    }

    @GetMapping("/people/table.xlsx")
    void export(@RequestParam(required = false) @Nullable String point, HttpServletResponse response)
            throws IOException {
        String of = chosen(points(actors.get()), point);
        audit.record(AuditKind.SENSITIVE_READ, actors.get(), "residents", of, "export");
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"residents-" + of + "-" + LocalDate.now(clock) + ".xlsx\"");
        try (Workbook book = new Workbook(response.getOutputStream(), "Jiuzhu", "1.0")) {
            Worksheet people = book.newWorksheet(words.say("household.table.sheet"));
            Worksheet sources = book.newWorksheet(words.say("household.table.sources"));
            write(people, 0, DataTableWords.COLUMNS.stream().map(say::column).toList());
            write(sources, 0, SOURCES.stream().map(say::column).toList());
            int line = 1;
            int source = 1;
            for (Long after = null; ; ) {
                DataTable.Page page = table.page(of, after, CHUNK);
                for (DataTable.Row row : page.rows()) {
                    write(people, line++, say.cells(row));
                    for (List<String> cells : say.sources(row)) {
                        write(sources, source++, cells);
                    }
                }
                after = page.next();
                if (after == null) {
                    break;
                }
            }
        }
    }

    private static final List<String> SOURCES = List.of("name", "id", "field", "value", "source", "asOf");

    /** As text: what somebody typed is never computed. */
    private static void write(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(line, column, cells.get(column));
        }
    }

    /** The committees that the reader sees: the own one, those of the street, or all of the district. */
    private List<OrgUnit> points(Actor actor) {
        String org = String.valueOf(actor.orgCode());
        OrgUnit own = network.find(org).orElseThrow(() -> new Refusal(Refusal.Kind.FORBIDDEN, "person.notFound"));
        return switch (own.kind()) {
            case POINT -> List.of(own);
            case STREET -> network.pointsOf(own.code());
            case DISTRICT ->
                network.all().stream()
                        .filter(unit -> unit.kind() == OrgUnit.Kind.STREET)
                        .flatMap(street -> network.pointsOf(street.code()).stream())
                        .toList();
            case NGO -> throw new Refusal(Refusal.Kind.FORBIDDEN, "person.notFound");
        };
    }

    private static String chosen(List<OrgUnit> points, @Nullable String point) {
        if (points.isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound");
        }
        String chosen = point == null || point.isBlank() ? points.get(0).code() : point;
        if (points.stream().noneMatch(unit -> unit.code().equals(chosen))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound");
        }
        return chosen;
    }
}
