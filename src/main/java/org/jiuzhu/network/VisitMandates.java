package org.jiuzhu.network;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jiuzhu.rules.TaskRouting;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.Rerouting;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which professional point visits in which committee or street, where the notice lets one (SJ 三(一), 「作为第三方服务的社会组织」).
 * Who is entrusted is offered the visits that begin from then on; when it ends, what is still open goes back at once.
 */
@Component
@Transactional
public class VisitMandates {

    private static final String VISIT = "conductVisit";
    private static final String VISITOR = "ngoWorker";

    private final JdbcTemplate jdbc;
    private final Network network;
    private final TaskRouting routing;
    private final Rerouting rerouting;
    private final DataScopes scopes;
    private final Clock clock;

    VisitMandates(
            JdbcTemplate jdbc,
            Network network,
            TaskRouting routing,
            @Lazy Rerouting rerouting,
            DataScopes scopes,
            Clock clock) {
        this.jdbc = jdbc;
        this.network = network;
        this.routing = routing;
        this.rerouting = rerouting;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** @param orgCode a committee or a street */
    public record Mandate(String ngoCode, String orgCode, Instant since) {}

    private record At(Place place) {}

    /** The codes of the active professional points that visit at a place, in their order. */
    @Transactional(readOnly = true)
    public List<String> visitorsAt(Place place) {
        return Batch.once(
                new At(place),
                () -> jdbc.queryForList(
                        """
                        select distinct m.ngo_code from visit_mandate m join org_unit o on o.code = m.ngo_code
                        where m.org_code in (?, ?) and m.ended_at is null and o.active order by m.ngo_code
                        """,
                        String.class,
                        place.streetCode(),
                        place.orgCode()));
    }

    /** Whether a professional point visits anywhere. */
    @Transactional(readOnly = true)
    public boolean visits(String ngoCode) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from visit_mandate where ngo_code = ? and ended_at is null)",
                Boolean.class,
                ngoCode));
    }

    /** What is entrusted under a district or a street, place by place. */
    @Transactional(readOnly = true)
    public List<Mandate> under(String orgCode) {
        return jdbc.query(
                """
                select * from visit_mandate where starts_with(org_code, ?) and ended_at is null
                order by length(org_code), org_code, ngo_code
                """,
                (row, n) -> new Mandate(
                        row.getString("ngo_code"),
                        row.getString("org_code"),
                        row.getTimestamp("entrusted_at").toInstant()),
                orgCode);
    }

    /** Whether the notice of a place names professional points among its visitors. */
    @Transactional(readOnly = true)
    public boolean isPossibleAt(String orgCode) {
        return routing.rolesFor(VISIT, orgCode).contains(VISITOR);
    }

    /** Whether somebody may entrust: the district anywhere, a station lead in their own street. */
    public boolean mayKeep(Actor actor, String orgCode) {
        String own = actor.orgCode();
        return own != null
                && actor.mayAct()
                && (actor.has("districtSupervisor") || actor.has("stationLead"))
                && orgCode.startsWith(own);
    }

    /**
     * From now on the professional point is offered the visits that begin there. Entrusting again changes nothing.
     *
     * @throws InvalidInput for {@code ngo} and {@code place}
     * @throws Refusal FORBIDDEN for whoever does not keep the place
     */
    public void entrust(String ngoCode, String orgCode, Actor by) {
        check(ngoCode, orgCode);
        if (!mayKeep(by, orgCode)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "network.mandate.mayNot");
        }
        insert(ngoCode, orgCode, by.username());
    }

    /** As it is known from elsewhere, without anybody at a page. */
    public void insert(String ngoCode, String orgCode, String by) {
        jdbc.update(
                """
                insert into visit_mandate (ngo_code, org_code, entrusted_at, entrusted_by) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                ngoCode,
                orgCode,
                Timestamp.from(clock.instant()),
                by);
    }

    private void check(String ngoCode, String orgCode) {
        OrgUnit ngo = network.find(ngoCode).orElse(null);
        if (ngo == null || ngo.kind() != OrgUnit.Kind.NGO || !ngo.active()) {
            throw new InvalidInput(FieldProblem.of("ngo", "network.mandate.noNgo"));
        }
        OrgUnit place = network.find(orgCode).orElse(null);
        if (place == null || place.kind() != OrgUnit.Kind.STREET && place.kind() != OrgUnit.Kind.POINT) {
            throw new InvalidInput(FieldProblem.of("place", "network.mandate.noPlace"));
        }
        if (!isPossibleAt(orgCode)) {
            throw new InvalidInput(FieldProblem.of("place", "network.mandate.notNamed", place.name()));
        }
    }

    /**
     * The professional point visits there no more; what it holds or is offered goes back to the others.
     *
     * @throws Refusal FORBIDDEN for whoever does not keep the place
     */
    public void end(String ngoCode, String orgCode, Actor by) {
        if (!mayKeep(by, orgCode)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "network.mandate.mayNot");
        }
        jdbc.update(
                """
                update visit_mandate set ended_at = ?, ended_by = ?
                where ngo_code = ? and org_code = ? and ended_at is null
                """,
                Timestamp.from(clock.instant()),
                by.username(),
                ngoCode,
                orgCode);
        String group = VISITOR + ":" + ngoCode;
        scopes.runAsSystem("visit mandate", () -> offered(group, orgCode)
                .forEach(visit -> rerouting.offerNoMore(visit.taskId(), group, visit.held())));
    }

    private record Offered(String taskId, boolean held) {}

    /** What a consultant holds stays with them. */
    private List<Offered> offered(String group, String orgCode) {
        return jdbc.query(
                """
                select w.task_id, exists (select 1 from consultant c
                    where c.username = w.assignee and 'ngoWorker:' || c.org_code = o.group_key) as held
                from work_offer o join work_item w using (task_id)
                where o.group_key = ? and w.task_key = 'userTask_conductVisit' and ? in (w.street_code, w.point_code)
                order by w.task_id
                """,
                (row, n) -> new Offered(row.getString("task_id"), row.getBoolean("held")),
                group,
                orgCode);
    }
}
