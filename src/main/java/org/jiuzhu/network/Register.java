package org.jiuzhu.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.network.Consultant.Occupation;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.workflow.Rerouting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters units and people into the network, and keeps their filing current (备案, CS 五(二), CN 三(三)). */
@Component
@Transactional
public class Register {

    /** Somebody to be entered. */
    public record NewConsultant(
            Consultant consultant, Occupation occupation, LocalDate filingOn, @Nullable Phone phone) {}

    /** Before any notice. */
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private final JdbcTemplate jdbc;
    private final EncryptedText encryption;
    private final Rerouting rerouting;
    private final ApplicationEventPublisher events;

    Register(JdbcTemplate jdbc, EncryptedText encryption, @Lazy Rerouting rerouting, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.rerouting = rerouting;
        this.events = events;
    }

    /** @param profileFrom the day from which the unit's own profile holds, or null where it inherits one */
    public void addUnit(OrgUnit unit, @Nullable LocalDate profileFrom) {
        jdbc.update(
                "insert into org_unit (code, kind, name, parent_code, active) values (?, ?, ?, ?, ?)",
                unit.code(),
                unit.kind().name(),
                unit.name(),
                unit.parentCode(),
                unit.active());
        if (unit.profile() != null) {
            assignProfile(unit.code(), unit.profile(), profileFrom == null ? ALWAYS : profileFrom, null);
        }
    }

    /**
     * From a day on a unit follows a profile of its own; the one it followed before ends the day before, and where the
     * new one ends the unit inherits again.
     *
     * @param to the last day, or null until further notice
     * @throws InvalidInput where the days are the wrong way round
     * @throws Refusal CONFLICT where another profile is assigned from the same or a later day
     */
    public void assignProfile(String orgCode, String profile, LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new InvalidInput(FieldProblem.of("to", "network.profile.order", from, to));
        }
        jdbc.queryForList("select code from org_unit where code = ? for update", String.class, orgCode);
        LocalDate next = jdbc.queryForObject(
                "select min(valid_from) from org_profile where org_code = ? and valid_from >= ?",
                LocalDate.class,
                orgCode,
                from);
        if (next != null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "network.profile.later", next);
        }
        jdbc.update(
                """
                update org_profile set valid_to = ?
                where org_code = ? and valid_from < ? and (valid_to is null or valid_to >= ?)
                """,
                from.minusDays(1),
                orgCode,
                from,
                from);
        jdbc.update(
                "insert into org_profile (org_code, profile, valid_from, valid_to) values (?, ?, ?, ?)",
                orgCode,
                profile,
                from,
                to);
    }

    public void addConsultant(Consultant consultant, Occupation occupation, LocalDate filingOn, Optional<Phone> phone) {
        addConsultants(List.of(new NewConsultant(consultant, occupation, filingOn, phone.orElse(null))));
    }

    public void addConsultants(List<NewConsultant> several) {
        jdbc.batchUpdate(
                """
                insert into consultant (username, display_name, org_code, position, occupation, filing, filing_on, phone)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                several.stream().map(this::columns).toList());
    }

    private Object[] columns(NewConsultant somebody) {
        Consultant consultant = somebody.consultant();
        return new Object[] {
            consultant.username(),
            consultant.displayName(),
            consultant.orgCode(),
            consultant.position().name(),
            somebody.occupation().name(),
            consultant.filing().name(),
            somebody.filingOn(),
            encryption.convertToDatabaseColumn(
                    somebody.phone() == null ? null : somebody.phone().value())
        };
    }

    /** From this moment on the account may act, or may not; then its tasks go back to those who may. */
    public void setFiling(String username, Filing filing, LocalDate on) {
        List<String> orgs = jdbc.queryForList(
                "update consultant set filing = ?, filing_on = ? where username = ? returning org_code",
                String.class,
                filing.name(),
                on,
                username);
        for (String org : orgs) {
            if (filing != Filing.FILED) {
                rerouting.ofStaff(username, TaskGroups.at(org));
            }
            events.publishEvent(new FilingChanged(username, org, filing));
        }
    }

    /** A social organisation that is not active any more takes no referrals, and its people no tasks. */
    public void setActive(String code, boolean active) {
        jdbc.update("update org_unit set active = ? where code = ?", active, code);
    }
}
