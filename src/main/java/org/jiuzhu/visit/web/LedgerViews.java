package org.jiuzhu.visit.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jiuzhu.network.OrgUnit;
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
    private final Words words;

    LedgerViews(LedgerWords say, Words words) {
        this.say = say;
        this.words = words;
    }

    LedgerPage page(LedgerAsked asked, Ledger ledger, List<OrgUnit> units, LocalDate today) {
        List<LedgerLine> lines = ledger.lines().stream()
                .filter(line -> asked.show().has(ledger, line))
                .toList();
        int shown = Math.min(lines.size(), asked.from() + PAGE);
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
                lines.stream()
                        .skip(asked.from())
                        .limit(PAGE)
                        .map(line -> line(ledger, line, asked.asOf() == null))
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

    LedgerPage.Line line(Ledger ledger, LedgerLine line, boolean now) {
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
                                say.visit(visit), "/records?number=" + visit.recordNumber(), say.note(visit)))
                        .toList(),
                say.notes(ledger, line));
    }
}
