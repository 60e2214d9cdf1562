package org.jiuzhu.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.reference.Promise.Way;
import org.jiuzhu.reference.Verdict.Ending;
import org.jiuzhu.reference.Verdict.Try;
import org.jiuzhu.reference.YearFates.Deed;
import org.jiuzhu.reference.YearFates.Door;
import org.jiuzhu.reference.YearFates.Period;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.servicerecord.NewServiceRecord;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.RecordSubjects;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.jspecify.annotations.Nullable;

/** The visits of one day: what {@link YearFates} wants of each period is done and noted in the book. */
final class YearVisits {

    /** Whom somebody may still be sent to, with the task where there is one. */
    private static final String PERIODS =
            """
            select w.person_id, p.name, coalesce(p.point_code, p.street_code) org, w.start_on, w.end_on, w.owed_from, w.required,
              w.channels, w.extra, i.task_id, p.standing = 'OPTED_OUT' opted_out
            from visit_window w join person p on p.id = w.person_id
            left join work_item i on i.number = w.number and i.task_key = 'userTask_conductVisit' and i.held is null
            where w.closed_on is null and w.end_on > ?::date - 20 and p.standing <> 'DECEASED'
            order by w.person_id, w.start_on, w.end_on, w.id
            """;

    /** Out of so many people somebody is met on a day whom nobody had to visit. */
    private static final int BY_CHANCE = 150;

    private final YearTown town;
    private final YearBook book;
    private final YearHomes homes;
    private final VisitReports reports;
    private final ServiceRecords records;
    private final RecordSubjects subjects;

    YearVisits(YearTown town, YearBook book, YearHomes homes) {
        this.town = town;
        this.book = book;
        this.homes = homes;
        reports = town.ask(VisitReports.class);
        records = town.ask(ServiceRecords.class);
        subjects = town.ask(RecordSubjects.class);
    }

    private record Owed(
            Period period, String name, String orgCode, boolean extra, @Nullable String taskId, boolean optedOut) {

        static Owed of(ResultSet row, int n) throws SQLException {
            return new Owed(
                    new Period(
                            row.getLong("person_id"),
                            day(row, "start_on"),
                            day(row, "end_on"),
                            day(row, "owed_from"),
                            row.getInt("required"),
                            Channels.valueOf(row.getString("channels"))),
                    row.getString("name"),
                    row.getString("org"),
                    row.getString("extra") != null,
                    row.getString("task_id"),
                    row.getBoolean("opted_out"));
        }

        private static long day(ResultSet row, String column) throws SQLException {
            return row.getObject(column, LocalDate.class).toEpochDay();
        }
    }

    void of(LocalDate today) {
        long day = today.toEpochDay();
        for (Owed owed : town.system(() -> town.jdbc().query(PERIODS, Owed::of, today))) {
            YearFates.of(owed.period()).stream()
                    .filter(deed -> deed.told() == day)
                    .forEach(deed -> tell(owed, deed));
        }
        for (long person : homes.everybody()) {
            if (YearFates.dice(person, day, 1, BY_CHANCE) == 0) {
                meet(person, today);
            }
        }
    }

    /** A task is done once; whoever comes again, or where there is none, writes a quick record. */
    private void tell(Owed owed, Deed deed) {
        if (deed.door() == Door.RECORD) {
            record(owed, deed);
        } else if (deed.door() == Door.TASK && isOpen(owed.taskId())) {
            complete(owed, deed);
        } else {
            report(owed, deed);
        }
    }

    private boolean isOpen(@Nullable String taskId) {
        return taskId != null
                && town.system(() -> !town.jdbc()
                        .queryForList("select 1 from work_item where task_id = ?", Integer.class, taskId)
                        .isEmpty());
    }

    private void complete(Owed owed, Deed deed) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "outcome", deed.outcome().name(),
                "serviceMode", deed.mode().name(),
                "servedOn", LocalDate.ofEpochDay(deed.on()).toString(),
                "hours", 0.5,
                "content", "问了近来的身体和生活，与上次一样，没有新的需要。"));
        List<Long> others = List.of();
        if (deed.outcome() == Outcome.DONE) {
            others = othersMet(owed.period().person(), deed.on());
            answers.put("finding", "NO_CHANGE");
            answers.put("items", List.of("S51"));
            answers.put("people", others.stream().map(String::valueOf).toList());
            if (owed.optedOut()) {
                answers.put("visitsAgain", wantsAgain(owed, deed) ? "YES" : "NO");
            }
        } else if (deed.outcome() == Outcome.REFUSED) {
            answers.put("refusalReason", "NOT_NOW");
        }
        town.complete(Objects.requireNonNull(owed.taskId()), answers);
        note(owed.period().person(), others, deed);
        if (owed.optedOut() && deed.outcome() == Outcome.DONE && wantsAgain(owed, deed)) {
            book.changes(owed.period().person(), deed.told(), known -> known.gone(false));
        }
    }

    private static boolean wantsAgain(Owed owed, Deed deed) {
        return YearFates.dice(owed.period().person(), deed.on(), 2, 2) == 0;
    }

    private void report(Owed owed, Deed deed) {
        long person = owed.period().person();
        List<Long> others = deed.outcome() == Outcome.DONE ? othersMet(person, deed.on()) : List.of();
        List<Told> told = Stream.concat(Stream.of(person), others.stream())
                .map(one -> deed.outcome() == Outcome.DONE
                        ? Told.met(one, Finding.NO_CHANGE)
                        : new Told(one, deed.outcome(), null, deed.outcome() == Outcome.REFUSED ? "NOT_NOW" : null))
                .toList();
        town.visitor(
                owed.orgCode(),
                by -> reports.report(VisitReport.of(UUID.randomUUID(), told, sheet(owed, deed, by), null), by));
        note(person, others, deed);
    }

    /** Somebody was there for another reason. */
    private void record(Owed owed, Deed deed) {
        long person = owed.period().person();
        town.visitor(
                owed.orgCode(),
                by -> records.write(
                        new NewServiceRecord(
                                UUID.randomUUID(), sheet(owed, deed, by), List.of(), subjects.ofPerson(person), null),
                        by));
        note(person, List.of(), deed);
    }

    private RecordSheet sheet(Owed owed, Deed deed, Actor by) {
        return town.sheet(owed.name(), owed.orgCode(), deed.mode(), LocalDate.ofEpochDay(deed.on()), by);
    }

    private void meet(long person, LocalDate today) {
        long day = today.toEpochDay();
        ServiceMode[] modes = ServiceMode.values();
        ServiceMode mode = modes[YearFates.dice(person, day, 3, modes.length)];
        Outcome outcome =
                switch (YearFates.dice(person, day, 4, 12)) {
                    case 0 -> Outcome.REFUSED;
                    case 1 -> Outcome.NOT_HOME;
                    default -> Outcome.DONE;
                };
        Period period = new Period(person, day, day + 1, day, 1, Channels.ANY);
        report(
                new Owed(period, homes.nameOf(person), homes.orgOf(person), false, null, false),
                new Deed(day, Door.QUICK, mode, outcome, day));
    }

    /** Who else of the household was there, where it is counted for all at once. */
    private List<Long> othersMet(long person, long day) {
        return YearFates.dice(person, day, 5, 2) == 0 ? homes.othersAtHome(person) : List.of();
    }

    private void note(long person, List<Long> others, Deed deed) {
        Try what = new Try(deed.on(), way(deed.mode()), ending(deed.outcome()));
        book.tried(person, what, deed.told());
        others.forEach(other -> book.tried(other, what, deed.told()));
    }

    static Way way(ServiceMode mode) {
        return switch (mode) {
            case VISIT -> Way.HOME;
            case RECEPTION -> Way.AT_THE_OFFICE;
            case PHONE -> Way.PHONE;
            case WECHAT -> Way.WECHAT;
            case BUILDING_VIDEO -> Way.BUILDING_VIDEO;
            case OTHER -> Way.OTHER;
        };
    }

    static Ending ending(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Ending.SEEN;
            case NOT_HOME -> Ending.NOBODY_HOME;
            case REFUSED -> Ending.REFUSED;
        };
    }
}
