package org.jiuzhu.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.Ledger;
import org.jiuzhu.visit.VisitLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** 走访台账 on the screen, on paper and as a spreadsheet; each is on record. */
@Controller
class LedgerPages {

    private final VisitLedger ledgers;
    private final LedgerPlaces places;
    private final LedgerViews views;
    private final LedgerWords say;
    private final LedgerBook book;
    private final CurrentActor actors;
    private final AuditLog audit;
    private final DueWords due;
    private final Words words;
    private final Clock clock;

    LedgerPages(
            VisitLedger ledgers,
            LedgerPlaces places,
            LedgerViews views,
            LedgerWords say,
            LedgerBook book,
            CurrentActor actors,
            AuditLog audit,
            DueWords due,
            Words words,
            Clock clock) {
        this.ledgers = ledgers;
        this.places = places;
        this.views = views;
        this.say = say;
        this.book = book;
        this.actors = actors;
        this.audit = audit;
        this.due = due;
        this.words = words;
        this.clock = clock;
    }

    /** What the address says, as it came. */
    record Query(
            @Nullable String point,
            @Nullable String month,
            @Nullable String asOf,
            @Nullable String show,
            @Nullable Integer from) {}

    /** A ledger to print. */
    record SheetPage(
            String place,
            String month,
            String asOf,
            List<LedgerPage.Line> lines,
            Map<String, Integer> foot,
            String printed) {}

    @GetMapping(LedgerAsked.PATH)
    String page(@ModelAttribute Query query, Model model) {
        LedgerAsked asked = asked(query);
        Ledger ledger = read(asked, "screen");
        model.addAttribute("page", views.page(asked, ledger, units(), today()));
        return "visit/ledger";
    }

    @GetMapping(LedgerAsked.PATH + "/sheet")
    String sheet(@ModelAttribute Query query, Model model) {
        LedgerAsked asked = asked(query);
        Ledger ledger = read(asked, "print");
        model.addAttribute(
                "page",
                new SheetPage(
                        views.page(asked, ledger, units(), today()).place(),
                        say.month(ledger.month()),
                        words.say("visit.ledger.asOfDay", say.day(ledger.asOf())),
                        ledger.lines().stream()
                                .map(line -> views.line(ledger, line, false, Set.of()))
                                .toList(),
                        say.foot(ledger.totals()),
                        words.say(
                                "visit.ledger.printed",
                                due.at(clock.instant()),
                                actors.get().displayName())));
        return "visit/ledger-sheet";
    }

    @GetMapping(LedgerAsked.PATH + ".xlsx")
    void file(@ModelAttribute Query query, HttpServletResponse response) throws IOException {
        LedgerAsked asked = asked(query);
        Ledger ledger = read(asked, "export");
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"visits-" + asked.place().orgCode() + "-" + asked.month() + "-as-of-"
                        + ledger.asOf() + ".xlsx\"");
        book.write(ledger, response.getOutputStream());
    }

    private LedgerAsked asked(Query query) {
        Integer from = query.from();
        return LedgerAsked.read(
                places.chosen(units(), query.point()),
                query.month(),
                query.asOf(),
                query.show(),
                from == null ? 0 : from,
                today());
    }

    private Ledger read(LedgerAsked asked, String how) {
        LocalDate day = asked.asOf();
        Ledger ledger = ledgers.of(asked.place(), asked.month(), day == null ? today() : day);
        audit.record(
                AuditKind.SENSITIVE_READ,
                actors.get(),
                "visitLedger",
                asked.place().orgCode(),
                how + " " + asked.month() + " as of " + ledger.asOf());
        return ledger;
    }

    private List<OrgUnit> units() {
        return places.of(actors.get());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
