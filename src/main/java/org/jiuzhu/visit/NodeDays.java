package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.cadence.Span;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The special nodes of a district as plans see them. */
@Component
class NodeDays {

    private final JdbcTemplate jdbc;

    NodeDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In their order, none overlapping; of a node that was taken back, the days before that day. */
    List<Span> of(String districtCode) {
        return jdbc.query(
                "select start_on, end_on from special_node_span where district_code = ? order by start_on",
                (row, n) ->
                        new Span(row.getObject("start_on", LocalDate.class), row.getObject("end_on", LocalDate.class)),
                districtCode);
    }
}
