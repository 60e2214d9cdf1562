package org.jiuzhu.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the point leads and the station do with what visits leave behind: a miss is explained, a refusal is asked about. */
final class YearOffice {

    private static final String OPEN =
            """
            select i.task_id, i.person_id, p.birth_date < ?::date - 6600 adult,
              (i.created_at at time zone 'Asia/Shanghai')::date since
            from work_item i join person p on p.id = i.person_id
            where i.task_key = ? and i.held is null order by i.created_at, i.task_id
            """;

    private final YearTown town;
    private final YearBook book;

    YearOffice(YearTown town, YearBook book) {
        this.town = town;
        this.book = book;
    }

    private record Open(String taskId, long person, long since, boolean adult) {

        static Open of(ResultSet row, int n) throws SQLException {
            return new Open(
                    row.getString("task_id"),
                    row.getLong("person_id"),
                    row.getObject("since", LocalDate.class).toEpochDay(),
                    row.getBoolean("adult"));
        }
    }

    void of(LocalDate today) {
        long day = today.toEpochDay();
        for (Open open : open("explainMissedVisit", today)) {
            if (open.since() + patience(open) <= day) {
                explain(open, today);
            }
        }
        for (Open open : open("contactAfterRefusals", today)) {
            if (open.since() + 2 <= day) {
                ask(open, today);
            }
        }
    }

    private List<Open> open(String function, LocalDate today) {
        return town.system(() -> town.jdbc().query(OPEN, Open::of, today, "userTask_" + function));
    }

    /** Most at once, some not before the station lead is told, a few not before the supervisor is; and some never. */
    private static int patience(Open open) {
        return switch (YearFates.dice(open.person(), open.since(), 30, 12)) {
            case 0 -> 9;
            case 1 -> 18;
            case 2 -> 1000;
            default -> YearFates.dice(open.person(), open.since(), 31, 3);
        };
    }

    private void explain(Open open, LocalDate today) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("reason", "TOO_FEW_STAFF", "note", "那几天人手排不开。", "makeUp", "NO"));
        if (YearFates.dice(open.person(), open.since(), 32, 2) == 0) {
            answers.put("makeUp", "YES");
            answers.put("makeUpBy", today.plusDays(5).toString());
        }
        town.complete(open.taskId(), answers);
    }

    private void ask(Open open, LocalDate today) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "contactedOn", today.toString(), "safetyConcern", "NO", "answer", "HOME_AGAIN", "note", "当面谈过。"));
        int wish = YearFates.dice(open.person(), open.since(), 33, 4);
        if (wish == 0 && open.adult()) {
            answers.put("answer", "OPT_OUT");
            answers.put("competent", "YES");
        } else if (wish == 1) {
            answers.put("answer", "PHONE");
        }
        town.complete(open.taskId(), answers);
        if (answers.get("answer").equals("OPT_OUT")) {
            book.changes(open.person(), today.toEpochDay(), known -> known.gone(true));
        }
    }
}
