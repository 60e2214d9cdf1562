package org.jiuzhu.visit.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.visit.Ledger;
import org.jiuzhu.visit.LedgerLine;
import org.jiuzhu.visit.LedgerLine.Visit;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a ledger in the reader's language; a past day is told as past. */
@Component
class LedgerWords {

    private final Words words;
    private final DueWords due;

    LedgerWords(Words words, DueWords due) {
        this.words = words;
        this.due = due;
    }

    String month(YearMonth month) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(words.say("visit.ledger.monthPattern"), locale)
                .format(month);
    }

    String day(LocalDate day) {
        return due.day(day);
    }

    /** Owed, done, and what became of the periods that count in this month. */
    String figures(Ledger ledger) {
        Ledger.Totals totals = ledger.totals();
        return words.say("visit.ledger.figures", totals.periods(), totals.owed(), totals.done());
    }

    /** 9月1日至9月30日; of a day, the day. */
    String period(LedgerLine line) {
        Span span = line.window().span();
        return line.window().duty().per() == Per.DAY
                ? day(span.start())
                : words.say(
                        "visit.ledger.span", day(span.start()), day(span.end().minusDays(1)));
    }

    String tier(LedgerLine line) {
        return line.extra() == null ? words.say("ui.tier." + line.tier()) : words.say("visit.ledger.extra");
    }

    String progress(LedgerLine line) {
        return line.done() + "/" + line.required();
    }

    /** @param now whether the ledger is today's: only then is time left that can be told */
    Due due(LedgerLine line, boolean now) {
        DueState state = line.state().state();
        String name = state.name().toLowerCase(Locale.ROOT);
        boolean open = state == DueState.UPCOMING || state == DueState.DUE || state == DueState.OVERDUE;
        return open && now ? due.of(line.window().span().endsAt()) : new Due(name, words.say("ui.due." + name), null);
    }

    /** 7月14日·上门·林试用. */
    String visit(Visit visit) {
        String dot = words.say("ui.dot");
        return day(visit.on()) + dot + words.say("servicerecord.mode." + visit.mode()) + dot + visit.by();
    }

    /** Why a visit is not among those that were owed; empty for one that is. */
    String note(Visit visit) {
        if (visit.late()) {
            return words.say("visit.ledger.late");
        }
        if (visit.outcome() != Outcome.DONE) {
            return words.say("visit.ledger.outcome." + visit.outcome());
        }
        return visit.counts() ? "" : words.say("visit.ledger.otherChannel");
    }

    List<String> notes(Ledger ledger, LedgerLine line) {
        List<String> notes = new ArrayList<>();
        Closing closing = line.window().closing();
        if (closing != null) {
            notes.add(words.say("visit.ledger.closed", day(closing.on()), reason(closing)));
        }
        if (line.explained() != null) {
            notes.add(words.say("visit.ledger.explained", words.say("visit.ledger.explained." + line.explained())));
        }
        LocalDate madeUp = line.madeUpOn();
        if (madeUp != null) {
            notes.add(words.say("visit.ledger.madeUp", day(madeUp)));
        }
        if (!ledger.counts(line)) {
            notes.add(words.say("visit.ledger.countedIn", month(line.countedIn())));
        }
        return notes;
    }

    private String reason(Closing closing) {
        return closing.kind() == Closing.Kind.SUPERSEDED
                ? words.say("visit.ledger.superseded")
                : words.sayOr("visit.ledger.reason." + closing.reason(), words.say("visit.ledger.reasonOther"));
    }

    /** The figures by name, in the order of the sheet's foot. */
    Map<String, Integer> foot(Ledger.Totals totals) {
        var foot = new LinkedHashMap<String, Integer>();
        foot.put(words.say("visit.ledger.foot.periods"), totals.periods());
        foot.put(words.say("visit.ledger.foot.owed"), totals.owed());
        foot.put(words.say("visit.ledger.foot.done"), totals.done());
        foot.put(words.say("visit.ledger.show.MET"), totals.met());
        foot.put(words.say("visit.ledger.show.MISSED"), totals.missed());
        foot.put(words.say("visit.ledger.show.ATTEMPTED"), totals.attempted());
        foot.put(words.say("visit.ledger.show.CANCELLED"), totals.cancelled());
        foot.put(words.say("visit.ledger.show.OPEN"), totals.open());
        foot.put(words.say("visit.ledger.show.MADE_UP"), totals.madeUp());
        return foot;
    }
}
