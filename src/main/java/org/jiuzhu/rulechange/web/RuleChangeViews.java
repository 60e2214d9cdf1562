package org.jiuzhu.rulechange.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages of rule changes show. */
final class RuleChangeViews {

    private RuleChangeViews() {}

    /** One change in a list. */
    record Line(
            String number,
            String what,
            String day,
            String state,
            String stateText,
            String ordered,
            int done,
            int total) {}

    record Choice(String code, String name) {}

    /** What can be changed of one table: each choice is a set of its rows. */
    record Group(String kind, String intro, List<Choice> sets) {}

    record ListPage(List<Line> lines, List<Group> groups, @Nullable Long next) {}

    /**
     * One field of a row, its id and name being the same.
     *
     * @param options empty for a number
     * @param most of a number
     */
    record Field(String name, String label, String value, List<Choice> options, int most) {}

    /**
     * A row that can be changed.
     *
     * @param more further fields, folded away: whom the row is about
     */
    record Row(
            String id, String what, String now, String source, boolean stated, List<Field> fields, List<Field> more) {}

    record EditPage(
            String kind,
            String title,
            String intro,
            String profile,
            @Nullable String org,
            List<Choice> units,
            List<Choice> profiles,
            List<Row> rows,
            String on,
            String earliest,
            boolean atOnce) {}

    /** @param note where a notice says otherwise; null elsewhere */
    record Difference(String what, String before, String after, @Nullable String note) {}

    /**
     * A point before and after, in visits a week.
     *
     * @param consultants filed there; 0 where nobody is
     * @param barBefore length of the bar, of {@link #BAR}
     */
    record PointRow(
            String name,
            int people,
            String before,
            String after,
            String difference,
            int consultants,
            String eachBefore,
            String eachAfter,
            String barBefore,
            String barAfter) {}

    static final int BAR = 200;

    record Person(long id, String name, String point, String before, String after, String from) {}

    /** @param more the address of the list's next page */
    record People(List<Person> rows, @Nullable String more) {}

    /** @param address where the looking goes on */
    record Looking(int seen, int total, String address) {}

    /** @param looking how far it is; null when everybody has been looked at, before which there are no numbers */
    record Preview(
            @Nullable Looking looking,
            int people,
            int openWindows,
            boolean atOnce,
            String day,
            List<PointRow> points,
            @Nullable PointRow sum,
            People list,
            boolean seesPeople) {

        static Preview looking(Looking looking, boolean atOnce, String day) {
            return new Preview(looking, 0, 0, atOnce, day, List.of(), null, new People(List.of(), null), false);
        }
    }

    record PreviewPage(
            String title,
            List<Difference> differences,
            Preview preview,
            Map<String, String> hidden,
            String back,
            @Nullable String reason) {}

    record ChangePage(
            Line line,
            List<Difference> differences,
            String reason,
            String openWindows,
            @Nullable Preview preview,
            boolean mayCancel,
            @Nullable String note) {}
}
