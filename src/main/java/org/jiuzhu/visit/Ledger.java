package org.jiuzhu.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.network.Place;

/**
 * 走访台账 (CS 二(二) 登记造册，形成台账) of one point and month, as it was known at the end of a day.
 *
 * @param moment the end of that day, or the present moment of a day that is not over
 * @param lines in the order of names, then of periods: every period of which a day lies in the month
 */
public record Ledger(Place place, YearMonth month, LocalDate asOf, Instant moment, List<LedgerLine> lines) {

    /**
     * The figures of the periods that ended, or will end, in this month.
     *
     * @param owed visits; of cancelled periods none
     * @param done visits of those owed, late ones not
     * @param madeUp periods missed or attempted that a late visit made up for
     * @param open periods still going on
     */
    public record Totals(
            int periods, int owed, int done, int met, int missed, int attempted, int cancelled, int open, int madeUp) {}

    public Ledger {
        lines = List.copyOf(lines);
    }

    public boolean counts(LedgerLine line) {
        return line.countedIn().equals(month);
    }

    public Totals totals() {
        List<LedgerLine> counted = lines.stream().filter(this::counts).toList();
        List<LedgerLine> owed =
                counted.stream().filter(line -> !line.is(DueState.CANCELLED)).toList();
        int met = count(counted, DueState.MET);
        int missed = count(counted, DueState.MISSED);
        int attempted = count(counted, DueState.ATTEMPTED);
        int cancelled = count(counted, DueState.CANCELLED);
        return new Totals(
                counted.size(),
                owed.stream().mapToInt(LedgerLine::required).sum(),
                owed.stream().mapToInt(LedgerLine::done).sum(),
                met,
                missed,
                attempted,
                cancelled,
                counted.size() - met - missed - attempted - cancelled,
                (int) counted.stream().filter(line -> line.madeUpOn() != null).count());
    }

    private static int count(List<LedgerLine> lines, DueState state) {
        return (int) lines.stream().filter(line -> line.is(state)).count();
    }
}
