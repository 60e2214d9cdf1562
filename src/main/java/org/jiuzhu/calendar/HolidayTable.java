package org.jiuzhu.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The holidays in the database, kept in memory year by year until {@link #reload()}. */
public class HolidayTable implements Holidays {

    private static final Logger log = LoggerFactory.getLogger(HolidayTable.class);

    private final JdbcTemplate jdbc;
    private final Map<Integer, YearDays> years = new ConcurrentHashMap<>();
    private final Set<Integer> warned = ConcurrentHashMap.newKeySet();

    HolidayTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public YearDays of(int year) {
        return years.computeIfAbsent(year, this::load);
    }

    /** To be called after the tables changed. */
    public void reload() {
        years.clear();
    }

    private YearDays load(int year) {
        var known = jdbc.queryForList("select provisional from calendar_year where year = ?", Boolean.class, year);
        if (known.isEmpty() || known.get(0)) {
            warnOnce(year);
        }
        if (known.isEmpty()) {
            return YearDays.provisional(year);
        }
        return new YearDays(days(year, "OFF"), days(year, "WORK"), known.get(0));
    }

    private Set<LocalDate> days(int year, String kind) {
        Collection<LocalDate> found = jdbc.queryForList(
                "select day from calendar_day where kind = ? and day between ? and ?",
                LocalDate.class,
                kind,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31));
        return new HashSet<>(found);
    }

    private void warnOnce(int year) {
        if (warned.add(year)) {
            log.warn(
                    "The holidays of {} are not final: until they are loaded its workdays are provisional, "
                            + "without data Monday to Friday less the fixed holidays",
                    year);
        }
    }
}
