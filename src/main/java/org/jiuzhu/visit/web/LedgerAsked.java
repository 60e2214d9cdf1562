package org.jiuzhu.visit.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.network.Place;
import org.jiuzhu.visit.Ledger;
import org.jiuzhu.visit.LedgerLine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which ledger somebody asks for.
 *
 * @param asOf null for today, however long the page stays open
 * @param from how many lines were shown before
 */
record LedgerAsked(Place place, YearMonth month, @Nullable LocalDate asOf, Show show, int from) {

    static final String PATH = "/visits/ledger";

    /** Which lines: all that are listed, or one of the figures of those that count in the month. */
    enum Show {
        ALL,
        MISSED,
        ATTEMPTED,
        OPEN,
        MET,
        CANCELLED,
        MADE_UP;

        boolean has(Ledger ledger, LedgerLine line) {
            return this == ALL || ledger.counts(line) && isOf(line);
        }

        private boolean isOf(LedgerLine line) {
            DueState state = line.state().state();
            return switch (this) {
                case ALL -> true;
                case MISSED -> state == DueState.MISSED;
                case ATTEMPTED -> state == DueState.ATTEMPTED;
                case MET -> state == DueState.MET;
                case CANCELLED -> state == DueState.CANCELLED;
                case OPEN -> state == DueState.UPCOMING || state == DueState.DUE || state == DueState.OVERDUE;
                case MADE_UP -> line.madeUpOn() != null;
            };
        }

        int count(Ledger ledger) {
            Ledger.Totals totals = ledger.totals();
            return switch (this) {
                case ALL -> ledger.lines().size();
                case MISSED -> totals.missed();
                case ATTEMPTED -> totals.attempted();
                case OPEN -> totals.open();
                case MET -> totals.met();
                case CANCELLED -> totals.cancelled();
                case MADE_UP -> totals.madeUp();
            };
        }
    }

    /** What is no month is this month, what is no day is today, and what is nothing to show is all. */
    static LedgerAsked read(
            Place place,
            @Nullable String month,
            @Nullable String asOf,
            @Nullable String show,
            int from,
            LocalDate today) {
        LocalDate day = day(asOf);
        return new LedgerAsked(
                place,
                month(month, YearMonth.from(today)),
                day == null || !day.isBefore(today) ? null : day,
                Arrays.stream(Show.values())
                        .filter(one -> one.name().equalsIgnoreCase(show))
                        .findFirst()
                        .orElse(Show.ALL),
                Math.max(0, from));
    }

    private static YearMonth month(@Nullable String text, YearMonth otherwise) {
        try {
            return text == null ? otherwise : YearMonth.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            return otherwise;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    String in(YearMonth other) {
        return address(PATH, other, asOf, Show.ALL, 0);
    }

    String with(Show other) {
        return address(PATH, month, asOf, other, 0);
    }

    String after(int shown) {
        return address(PATH, month, asOf, show, shown);
    }

    String asOfToday() {
        return address(PATH, month, null, show, 0);
    }

    /** Another way to have the same: as a sheet to print, or as a file. */
    String at(String path) {
        return address(path, month, asOf, Show.ALL, 0);
    }

    private String address(String path, YearMonth of, @Nullable LocalDate day, Show which, int start) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("point", place.orgCode())
                .queryParam("month", of);
        if (day != null) {
            address.queryParam("asOf", day);
        }
        if (which != Show.ALL) {
            address.queryParam("show", which.name().toLowerCase(Locale.ROOT));
        }
        if (start > 0) {
            address.queryParam("from", start);
        }
        return address.toUriString();
    }
}
