package org.jiuzhu.casefile;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.lifecycle.CaseRefiled;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Rerouting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case was put on the wrong household. It goes to the right one with everything written about it; both households' time
 * lines say so, and who sees only the wrong one sees it no longer.
 */
@Component
@Transactional
public class CaseRefiling {

    private final CaseDesk desk;
    private final CaseRepository cases;
    private final Households households;
    private final Rerouting rerouting;
    private final Timeline timeline;
    private final Cipher cipher;
    private final DataScopes scopes;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseRefiling(
            CaseDesk desk,
            CaseRepository cases,
            Households households,
            Rerouting rerouting,
            Timeline timeline,
            Cipher cipher,
            DataScopes scopes,
            EntityManager entities,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.households = households;
        this.rerouting = rerouting;
        this.timeline = timeline;
        this.cipher = cipher;
        this.scopes = scopes;
        this.entities = entities;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param householdNumber {@code HU-2026-000012}, of a household that the actor sees
     * @throws Refusal FORBIDDEN to all but a station lead, CONFLICT if the other household has an open case itself
     * @throws InvalidInput for {@code household}
     */
    public void refile(long caseId, String householdNumber, String reason, Actor by) {
        if (!by.has("stationLead")) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "casefile.stationLeadOnly");
        }
        AssistanceCase misfiled = desk.get(caseId);
        Household right = target(householdNumber, misfiled);
        long wrong = misfiled.householdId();
        timeline.add(
                "case.refiledAway",
                households.subject(misfiled.number(), wrong, null, misfiled.urgency()),
                null,
                by,
                Map.of("note", reason));
        Place there = right.place();
        scopes.runAsSystem("refile", () -> {
            misfiled.belongsTo(right.id(), right.headPersonId(), there);
            cases.saveAndFlush(misfiled);
            jdbc.query(
                    "select jiuzhu_refile(?, ?, ?, ?, ?, ?)",
                    row -> {},
                    caseId,
                    right.id(),
                    right.headPersonId(),
                    there.districtCode(),
                    there.streetCode(),
                    there.pointCode());
            jdbc.update(
                    "insert into case_refiling (case_id, from_household, to_household, reason, by_user, at) values (?, ?, ?, ?, ?, ?)",
                    caseId,
                    wrong,
                    right.id(),
                    cipher.encrypt(reason),
                    by.username(),
                    Timestamp.from(clock.instant()));
            timeline.refile(caseId, wrong, right.id());
            entities.clear();
            rerouting.refile(misfiled.number(), right.id(), there.orgCode());
        });
        timeline.add("case.refiledHere", desk.get(caseId).subject(), null, by, Map.of("note", reason));
        events.publishEvent(new CaseRefiled(caseId, wrong, right.id(), right.headPersonId()));
    }

    private Household target(String number, AssistanceCase misfiled) {
        Household right = households
                .byNumber(number.strip().toUpperCase(java.util.Locale.ROOT))
                .orElseThrow(() -> new InvalidInput(FieldProblem.of("household", "casefile.refile.unknown", number)));
        if (right.id() == misfiled.householdId()) {
            throw new InvalidInput(FieldProblem.of("household", "casefile.refile.same"));
        }
        if (misfiled.isOpen()) {
            cases.findByHouseholdIdAndClosedAtIsNull(right.id()).ifPresent(other -> {
                throw new Refusal(Refusal.Kind.CONFLICT, "casefile.otherIsOpen", other.number());
            });
        }
        return right;
    }
}
