package org.jiuzhu.visit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.Ledger;
import org.jiuzhu.visit.LedgerLine;
import org.jiuzhu.visit.LedgerLine.Visit;
import org.springframework.stereotype.Component;

/** A ledger as a spreadsheet: its lines, and the figures on a sheet of their own. */
@Component
class LedgerBook {

    private static final List<String> COLUMNS = List.of(
            "name", "tier", "period", "from", "last", "owed", "done", "state", "on", "mode", "by", "record", "notes");

    private final LedgerWords say;
    private final Words words;

    LedgerBook(LedgerWords say, Words words) {
        this.say = say;
        this.words = words;
    }

    void write(Ledger ledger, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Jiuzhu", "1.0")) {
            lines(book.newWorksheet(words.say("visit.ledger.title")), ledger);
            figures(book.newWorksheet(words.say("visit.ledger.foot")), ledger);
        }
    }

    private void lines(Worksheet sheet, Ledger ledger) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, words.say("visit.ledger.col." + COLUMNS.get(column)));
        }
        int at = 1;
        for (LedgerLine line : ledger.lines()) {
            line(sheet, at++, ledger, line);
        }
    }

    /** Figures as numbers, all else as text: what somebody typed is never computed. */
    private void line(Worksheet sheet, int at, Ledger ledger, LedgerLine line) {
        sheet.value(at, 0, line.name());
        sheet.value(at, 1, say.tier(line));
        sheet.value(at, 2, say.period(line));
        sheet.value(at, 3, line.window().span().start().toString());
        sheet.value(at, 4, line.window().span().end().minusDays(1).toString());
        sheet.value(at, 5, line.required());
        sheet.value(at, 6, line.done());
        sheet.value(at, 7, say.due(line, false).text());
        sheet.value(at, 8, each(line, visit -> visit.on().toString()));
        sheet.value(at, 9, each(line, this::how));
        sheet.value(at, 10, each(line, Visit::by));
        sheet.value(at, 11, each(line, Visit::recordNumber));
        sheet.value(at, 12, String.join("\n", say.notes(ledger, line)));
    }

    private String how(Visit visit) {
        String note = say.note(visit);
        String mode = words.say("servicerecord.mode." + visit.mode());
        return note.isEmpty() ? mode : mode + words.say("ui.dot") + note;
    }

    private static String each(LedgerLine line, Function<Visit, String> what) {
        return line.visits().stream().map(what).collect(Collectors.joining("\n"));
    }

    private void figures(Worksheet sheet, Ledger ledger) {
        sheet.value(0, 0, words.say("visit.ledger.col.month"));
        sheet.value(0, 1, ledger.month().toString());
        sheet.value(1, 0, words.say("visit.ledger.col.asOf"));
        sheet.value(1, 1, ledger.asOf().toString());
        int at = 2;
        for (Map.Entry<String, Integer> figure : say.foot(ledger.totals()).entrySet()) {
            sheet.value(at, 0, figure.getKey());
            sheet.value(at++, 1, figure.getValue());
        }
    }
}
