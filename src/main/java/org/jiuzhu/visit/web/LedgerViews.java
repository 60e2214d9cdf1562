package org.jiuzhu.visit.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jiuzhu.visit.Ledger;
import org.jiuzhu.visit.LedgerLine;
import org.jiuzhu.visit.web.LedgerAsked.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a ledger on its page and on its sheet. */
@Component
class LedgerViews {

    static final int PAGE = 50;

    private final LedgerWords say;
    private final ServiceRecords records;
    private final Words words;

    LedgerViews(LedgerWords say, ServiceRecords records, Words words) {
        this.say = say;
        this.records = records;
        this.words = words;
    }

    LedgerPage page(LedgerAsked asked, Ledger ledger, List<OrgUnit> units, LocalDate today) {
        List<LedgerLine> lines = ledger.lines().stream()
                .filter(line -> asked.show().has(ledger, line))
                .toList();
        int shown = Math.min(lines.size(), asked.from() + PAGE);
        List<LedgerLine> here = lines.stream().skip(asked.from()).limit(PAGE).toList();
        Set<String> readable = readable(here);
        YearMonth month = asked.month();
        return new LedgerPage(
                units.stream()
                        .filter(unit -> unit.code().equals(asked.place().orgCode()))
                        .findFirst()
                        .map(this::name)
                        .orElse(""),
                asked.place().orgCode(),
                units.stream().map(unit -> new Option(unit.code(), name(unit))).toList(),
                month.toString(),
                say.month(month),
                asked.in(month.minusMonths(1)),
                month.isBefore(YearMonth.from(today)) ? asked.in(month.plusMonths(1)) : null,
                ledger.asOf().toString(),
                today.toString(),
                past(asked),
                asked.asOfToday(),
                say.figures(ledger),
                Arrays.stream(Show.values())
                        .map(show -> new LedgerPage.Choice(
                                words.say("visit.ledger.show." + show) + " " + show.count(ledger),
                                asked.with(show),
                                show == asked.show()))
                        .toList(),
                here.stream()
                        .map(line -> line(ledger, line, asked.asOf() == null, readable))
                        .toList(),
                words.say("visit.ledger.shown", shown, lines.size()),
                shown < lines.size() ? asked.after(shown) : null,
                asked.at(LedgerAsked.PATH + "/sheet"),
                asked.at(LedgerAsked.PATH + ".xlsx"));
    }

    private @Nullable String past(LedgerAsked asked) {
        LocalDate day = asked.asOf();
        return day == null ? null : words.say("visit.ledger.past", say.day(day));
    }

    /** A street stands for those whose committee is not known. */
    private String name(OrgUnit unit) {
        return unit.kind() == OrgUnit.Kind.STREET ? words.say("visit.ledger.noPoint", unit.name()) : unit.name();
    }

    /** A record at a place somebody has moved from stays there: it is named and not offered. */
    private Set<String> readable(List<LedgerLine> lines) {
        return records.visible(lines.stream()
                .flatMap(line -> line.visits().stream())
                .map(LedgerLine.Visit::recordNumber)
                .toList());
    }

    /** @param readable the records that the reader may open */
    LedgerPage.Line line(Ledger ledger, LedgerLine line, boolean now, Set<String> readable) {
        return new LedgerPage.Line(
                "/people/" + line.personId(),
                line.name(),
                line.tier().name(),
                say.tier(line),
                say.period(line),
                say.progress(line),
                say.due(line, now),
                line.visits().stream()
                        .map(visit -> new LedgerPage.Visit(
                                say.visit(visit),
                                readable.contains(visit.recordNumber())
                                        ? "/records?number=" + visit.recordNumber()
                                        : null,
                                say.note(visit)))
                        .toList(),
                say.notes(ledger, line));
    }
}
