package org.jiuzhu.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.PersonDetails.DisabilityKind;
import org.jiuzhu.household.SupportMode;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Register;
import org.jiuzhu.shared.DataScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a referral begins with: somebody at home, a need that a plan refers, and professional points. */
public class Homes {

    private final People people;
    private final Households households;
    private final Needs needs;
    private final Register register;
    private final DemoLibraries libraries;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Homes(
            People people,
            Households households,
            Needs needs,
            Register register,
            DemoLibraries libraries,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.people = people;
        this.households = households;
        this.needs = needs;
        this.register = register;
        this.libraries = libraries;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A recipient of the minimum living allowance who lives alone. */
    public Household ofOne(String pointCode, String name, String idNumber, String phone) {
        return ofOne(pointCode, name, idNumber, phone, PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN)));
    }

    /** Somebody destitute (特困) who is supported at home and lives alone. */
    public Household ofDestitute(String pointCode, String name, String idNumber) {
        return ofOne(
                pointCode,
                name,
                idNumber,
                null,
                details(AssistanceCategory.DESTITUTE, SupportMode.DISPERSED, null, null));
    }

    /** A rural recipient of the minimum living allowance, severely disabled, who lives alone. */
    public Household ofDisabled(String pointCode, String name, String idNumber) {
        return ofOne(
                pointCode,
                name,
                idNumber,
                null,
                details(AssistanceCategory.DIBAO_RURAL, null, DisabilityKind.values()[0], 1));
    }

    private static PersonDetails details(
            AssistanceCategory category, SupportMode support, DisabilityKind disability, Integer grade) {
        return new PersonDetails(
                Set.of(category),
                support,
                null,
                null,
                null,
                null,
                null,
                null,
                disability,
                grade,
                null,
                null,
                false,
                null,
                null);
    }

    private Household ofOne(String pointCode, String name, String idNumber, String phone, PersonDetails details) {
        return system(() -> {
            NewPerson person = new NewPerson(pointCode, name, idNumber, phone, null, null, details);
            return households.register(new NewHousehold(
                    pointCode, "样板路 1 弄", "2 号 301 室", people.register(person).id()));
        });
    }

    /** @return the id of a need whose plan, as agreed, is a referral */
    public long toBeReferred(long caseId, Household home, String category, String excerpt) {
        return system(() -> {
            long need = needs.add(caseId, home.id(), category, "说起过", true);
            needs.plan(need, Intervention.REFERRAL, "每周一次", excerpt);
            return need;
        });
    }

    /** The demo's policies, resources and professional points. */
    public void libraries() {
        run(() -> libraries.seed(LocalDate.of(2026, 7, 1)));
    }

    /** One professional point more: it serves the demo's street from afar, so it is asked last. */
    public void furtherPoint(String code, String name, String... needCodes) {
        run(() -> {
            register.addUnit(new OrgUnit(code, OrgUnit.Kind.NGO, name, Actors.STATION, null, true), null);
            serves(code, "999901009", List.of(Actors.STATION), needCodes);
        });
    }

    /** What a professional point offers, in place of what it offered before. */
    public void serves(String ngoCode, String homeStreet, List<String> streets, String... needCodes) {
        run(() -> jdbc.update(
                """
                insert into provider (ngo_code, need_codes, street_codes, home_street, capacity) values (?, ?, ?, ?, 20)
                on conflict (ngo_code) do update set need_codes = excluded.need_codes,
                  street_codes = excluded.street_codes, home_street = excluded.home_street
                """,
                ngoCode,
                needCodes,
                streets.toArray(String[]::new),
                homeStreet));
    }

    public void capacity(String ngoCode, int places) {
        run(() -> jdbc.update("update provider set capacity = ? where ngo_code = ?", places, ngoCode));
    }

    private void run(Runnable work) {
        system(() -> {
            work.run();
            return true;
        });
    }

    private <T> T system(Supplier<T> work) {
        return DataScope.system("test").call(() -> transaction.execute(status -> work.get()));
    }
}
