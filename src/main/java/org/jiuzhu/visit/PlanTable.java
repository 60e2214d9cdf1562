package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.household.TierOutlook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is in which tier today, and on which day time alone may change it: one row a person. */
@Component
class PlanTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlanTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param why what passes on that day */
    record Review(LocalDate on, String why) {}

    record Due(long personId, Review review) {}

    /** Whose review has come, the longest waiting first; what another node holds is left to it. */
    List<Due> due(LocalDate today, int most) {
        return jdbc.query(
                """
                select person_id, review_on, review_why from visit_plan where review_on <= ?
                order by review_on, person_id limit ? for update skip locked
                """,
                (row, n) -> new Due(
                        row.getLong("person_id"),
                        new Review(row.getObject("review_on", LocalDate.class), row.getString("review_why"))),
                today,
                most);
    }

    /** Each has a row from now on, and nobody else weighs them until this transaction ends. */
    void lock(Collection<Long> people) {
        Long[] ids = people.toArray(Long[]::new);
        jdbc.update(
                """
                insert into visit_plan (person_id, tier, reason, reviewed_at, district_code, street_code, point_code)
                select id, 'NONE', '', ?, district_code, street_code, point_code from person where id = any (?) order by id
                on conflict (person_id) do nothing
                """,
                Timestamp.from(clock.instant()),
                ids);
        jdbc.query(
                "select 1 from visit_plan where person_id = any (?) order by person_id for update", row -> {}, (Object)
                        ids);
    }

    /** When people are weighed again, as it stands; whoever never is is left out. */
    Map<Long, Review> reviews(Collection<Long> people) {
        Map<Long, Review> reviews = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.query(
                    "select person_id, review_on, review_why from visit_plan where person_id = any (?) and review_on is not null",
                    row -> {
                        reviews.put(
                                row.getLong("person_id"),
                                new Review(row.getObject("review_on", LocalDate.class), row.getString("review_why")));
                    },
                    (Object) people.toArray(Long[]::new));
        }
        return reviews;
    }

    /** @param reviews by person; who is not among them is never weighed by time alone */
    void write(Map<Long, TierOutlook> outlooks, Map<Long, Review> reviews) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                update visit_plan set tier = ?, reason = ?, data_gap = ?, review_on = ?, review_why = ?, reviewed_at = ?,
                    district_code = ?, street_code = ?, point_code = ?
                where person_id = ?
                """,
                outlooks.entrySet().stream()
                        .map(entry -> columns(entry.getKey(), entry.getValue(), reviews.get(entry.getKey()), now))
                        .toList());
    }

    private static @Nullable Object[] columns(
            long personId, TierOutlook outlook, @Nullable Review next, Timestamp now) {
        return new @Nullable Object[] {
            outlook.advice().tier().name(),
            outlook.advice().reason(),
            String.join(",", outlook.advice().dataGap()),
            next == null ? null : next.on(),
            next == null ? null : next.why(),
            now,
            outlook.place().districtCode(),
            outlook.place().streetCode(),
            outlook.place().pointCode(),
            personId
        };
    }

    void postpone(Collection<Long> people, LocalDate until) {
        jdbc.update(
                "update visit_plan set review_on = ? where person_id = any (?)", until, people.toArray(Long[]::new));
    }

    /** Nobody of that id is on the register any more. */
    void forget(Collection<Long> people) {
        jdbc.update("delete from visit_plan where person_id = any (?)", (Object) people.toArray(Long[]::new));
    }
}
