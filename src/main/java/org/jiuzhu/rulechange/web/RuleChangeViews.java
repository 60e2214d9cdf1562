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

    record ListPage(List<Line> lines, List<Choice> profiles, List<Choice> units, @Nullable Long next) {}

    /** A row that can be changed: its fields as typed. */
    record Row(
            String id,
            String tier,
            String now,
            String source,
            boolean stated,
            String count,
            String per,
            String channels,
            String ahead,
            String once) {}

    record EditPage(
            String kind,
            String title,
            String profile,
            String profileName,
            @Nullable String org,
            List<Choice> units,
            List<Choice> profiles,
            List<Row> rows,
            List<String> periods,
            List<String> channels,
            String on,
            String earliest,
            boolean atOnce) {}

    /** @param looser whether a notice asks for more than the new row */
    record Difference(String what, String before, String after, boolean looser) {}

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

    record Preview(
            int people,
            int openWindows,
            boolean atOnce,
            String day,
            List<PointRow> points,
            PointRow sum,
            People list,
            boolean seesPeople) {}

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
