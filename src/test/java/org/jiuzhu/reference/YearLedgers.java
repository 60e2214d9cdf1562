package org.jiuzhu.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.reference.YearBook.Line;
import org.jiuzhu.visit.Ledger;
import org.jiuzhu.visit.LedgerLine;
import org.jiuzhu.visit.VisitLedger;

/** What the ledgers of all points together say of all periods of all people. */
final class YearLedgers {

    /** The longest period that is running on a day ends so many months later at most. */
    private static final int LONGEST = 5;

    private final YearTown town;
    private final YearMonth first;
    private final List<Place> places;

    YearLedgers(YearTown town, LocalDate first) {
        this.town = town;
        this.first = YearMonth.from(first);
        places = town.system(() -> {
            Network network = town.ask(Network.class);
            List<Place> all = new ArrayList<>();
            for (String street : DemoNetwork.STREETS) {
                all.add(network.place(street));
                network.pointsOf(street).forEach(point -> all.add(network.place(point.code())));
            }
            return all;
        });
    }

    /** Of periods counted in the ledgers' months: visits owed and done, periods met, missed, attempted, cancelled, open. */
    record Figures(int owed, int done, int met, int missed, int attempted, int cancelled, int open) {

        int[] some() {
            return new int[] {owed, done, met, missed, attempted, cancelled, open};
        }

        static Figures of(Set<Line> lines) {
            Map<Verdict, Integer> stand = new HashMap<>();
            int owed = 0;
            int done = 0;
            for (Line line : lines) {
                stand.merge(line.verdict(), 1, Integer::sum);
                boolean counts = line.verdict() != Verdict.CANCELLED;
                owed += counts ? line.owed().promise().count() : 0;
                done += counts ? line.done() : 0;
            }
            return new Figures(
                    owed,
                    done,
                    stand.getOrDefault(Verdict.MET, 0),
                    stand.getOrDefault(Verdict.MISSED, 0),
                    stand.getOrDefault(Verdict.ATTEMPTED, 0),
                    stand.getOrDefault(Verdict.CANCELLED, 0),
                    stand.getOrDefault(Verdict.RUNNING, 0) + stand.getOrDefault(Verdict.NOT_BEGUN, 0));
        }

        private Figures plus(Ledger.Totals totals) {
            return new Figures(
                    owed + totals.owed(),
                    done + totals.done(),
                    met + totals.met(),
                    missed + totals.missed(),
                    attempted + totals.attempted(),
                    cancelled + totals.cancelled(),
                    open + totals.open());
        }
    }

    /** What all ledgers together say on one day. */
    record Said(Set<Line> lines, Figures figures, Set<Beside.Line> beside) {}

    Said asOf(LocalDate day) {
        Set<Line> lines = new HashSet<>();
        Set<Beside.Line> beside = new HashSet<>();
        Figures figures = new Figures(0, 0, 0, 0, 0, 0, 0);
        YearMonth last = YearMonth.from(day).plusMonths(LONGEST);
        VisitLedger ledgers = town.ask(VisitLedger.class);
        for (Place place : places) {
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                YearMonth asked = month;
                Ledger whole = town.system(() -> ledgers.of(place, asked, day));
                whole.lines().stream()
                        .filter(line -> line.extra() != null)
                        .forEach(line -> beside.add(beside(line, day.toEpochDay())));
                Ledger planned = planned(whole);
                figures = figures.plus(planned.totals());
                planned.lines().forEach(line -> lines.add(line(line, day.toEpochDay())));
            }
        }
        return new Said(lines, figures, beside);
    }

    /** Without the visits that are owed beside any plan, of which the notices know nothing. */
    private static Ledger planned(Ledger whole) {
        return new Ledger(
                whole.place(),
                whole.month(),
                whole.asOf(),
                whole.moment(),
                whole.lines().stream().filter(line -> line.extra() == null).toList());
    }

    private static Beside.Line beside(LedgerLine line, long day) {
        Owed card = Shipped.card(line.window());
        return new Beside.Line(
                line.personId(),
                Beside.Why.valueOf(line.extra()),
                card.first(),
                card.next(),
                Shipped.verdict(line.state(), card, day));
    }

    private static Line line(LedgerLine line, long day) {
        Owed card = Shipped.card(line.window());
        return new Line(line.personId(), card, Shipped.verdict(line.state(), card, day), line.done());
    }
}
