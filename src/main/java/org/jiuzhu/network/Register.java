package org.jiuzhu.network;

import java.time.LocalDate;
import java.util.Optional;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.network.Consultant.Occupation;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters units and people into the network, and keeps their filing current (备案, CS 五(二), CN 三(三)). */
@Component
@Transactional
public class Register {

    private final JdbcTemplate jdbc;
    private final EncryptedText encryption;

    Register(JdbcTemplate jdbc, EncryptedText encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** @param profileFrom the day from which the unit's own profile holds, or null where it inherits one */
    public void addUnit(OrgUnit unit, @Nullable LocalDate profileFrom) {
        jdbc.update(
                """
                insert into org_unit (code, kind, name, parent_code, profile, profile_from, active)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                unit.code(),
                unit.kind().name(),
                unit.name(),
                unit.parentCode(),
                unit.profile(),
                profileFrom,
                unit.active());
    }

    public void addConsultant(Consultant consultant, Occupation occupation, LocalDate filingOn, Optional<Phone> phone) {
        jdbc.update(
                """
                insert into consultant (username, display_name, org_code, position, occupation, filing, filing_on, phone)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                consultant.username(),
                consultant.displayName(),
                consultant.orgCode(),
                consultant.position().name(),
                occupation.name(),
                consultant.filing().name(),
                filingOn,
                encryption.convertToDatabaseColumn(phone.map(Phone::value).orElse(null)));
    }

    /** From this moment on the account may act, or may not. */
    public void setFiling(String username, Filing filing, LocalDate on) {
        jdbc.update("update consultant set filing = ?, filing_on = ? where username = ?", filing.name(), on, username);
    }

    /** A social organisation that is not active any more takes no referrals, and its people no tasks. */
    public void setActive(String code, boolean active) {
        jdbc.update("update org_unit set active = ? where code = ?", active, code);
    }
}
