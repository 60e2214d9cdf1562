package org.jiuzhu.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.regex.Pattern;

/** The work calendar of the product without a database: 2026 as the migration ships it, other years provisional. */
public final class Calendars {

    private static final Pattern DAY = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', '(OFF|WORK)'");
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V003__calendar.sql");

    private Calendars() {}

    public static WorkCalendar shipped() {
        var shipped = shipped2026();
        return new WorkCalendar(
                year -> year == 2026 ? shipped : YearDays.provisional(year),
                new BusinessHours(LocalTime.of(9, 0), LocalTime.of(18, 0)));
    }

    private static YearDays shipped2026() {
        var off = new HashSet<LocalDate>();
        var work = new HashSet<LocalDate>();
        try {
            var matcher = DAY.matcher(Files.readString(MIGRATION));
            while (matcher.find()) {
                (matcher.group(2).equals("OFF") ? off : work).add(LocalDate.parse(matcher.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new YearDays(off, work, false);
    }
}
