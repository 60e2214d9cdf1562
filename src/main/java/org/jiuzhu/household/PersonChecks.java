package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.IdNumbers;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.NameTokens;
import org.jiuzhu.shared.PersonName;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody typed about a person and says field by field what does not hold. */
@Component
class PersonChecks {

    static final int LONGEST_NAME = 100;

    private static final int LONGEST_TEXT = 100;
    /** [A] 18 characters as the identity number, then a digit for the kind, one for the grade, and one if issued again. */
    private static final Pattern CERTIFICATE = Pattern.compile("[0-9A-Z]{18,22}");

    private static final Pattern COMMITTEE = Pattern.compile("\\d{12}");

    private final IdNumbers idNumbers;
    private final SearchHash hash;
    private final Clock clock;

    PersonChecks(IdNumbers idNumbers, SearchHash hash, Clock clock) {
        this.idNumbers = idNumbers;
        this.hash = hash;
        this.clock = clock;
    }

    /** Anything may stand in the result of a check that found problems. */
    Identity check(NewPerson person, Problems problems) {
        String name = name(person.name(), problems);
        IdNumber idNumber = idNumber(person.idNumber(), problems);
        Phone phone = phone(person.phone(), problems);
        LocalDate birthDate = person.birthDate();
        if (idNumber != null) {
            if (birthDate != null && !birthDate.equals(idNumber.birthDate())) {
                problems.add("birthDate", "person.birthDate.otherThanId");
            }
            if (person.sex() != null && isStated(person.sex()) && person.sex() != idNumber.sex()) {
                problems.add("sex", "person.sex.otherThanId");
            }
            birthDate = idNumber.birthDate();
        } else if (birthDate != null && birthDate.isAfter(LocalDate.now(clock))) {
            problems.add("birthDate", "person.birthDate.future");
        }
        return new Identity(
                name,
                NameTokens.sortKey(name),
                idNumber,
                idNumber == null ? null : hash.of("id", idNumber.value()),
                phone,
                phone == null ? null : hash.of("phone", phone.value()),
                sex(person.sex(), idNumber),
                birthDate);
    }

    void checkDetails(PersonDetails details, Problems problems) {
        LocalDate today = LocalDate.now(clock);
        Integer grade = details.disabilityGrade();
        if (grade != null && (grade < 1 || grade > 4)) {
            problems.add("disabilityGrade", "person.disabilityGrade.range");
        }
        if (details.policyFind().contains(PolicyFindTag.PF_COVERED_MORE)
                && CoveredTag.of(details).isEmpty()) {
            problems.add("policyFind", "person.policyFind.coveredMore");
        }
        if (isAfter(details.severeIllnessOn(), today)) {
            problems.add("severeIllnessOn", "person.date.future");
        }
        if (isAfter(details.illnessAlertOn(), today)) {
            problems.add("illnessAlertOn", "person.date.future");
        }
        tooLong("hukouAddress", details.hukouAddress(), problems);
        tooLong("residenceAddress", details.residenceAddress(), problems);
        tooLong("severeIllness", details.severeIllness(), problems);
        tooLong("guardian", details.guardian(), problems);
        String certificate = details.disabilityCertificate();
        if (certificate != null && !CERTIFICATE.matcher(certificate).matches()) {
            problems.add("disabilityCertificate", "person.disabilityCertificate.form");
        }
        if (grade == null && details.disabilityKind() == null && certificate != null) {
            problems.add("disabilityKind", "person.disabilityKind.needed");
        }
    }

    private static void tooLong(String field, @Nullable String text, Problems problems) {
        if (text != null && text.length() > LONGEST_TEXT) {
            problems.add(field, "household.tooLong", LONGEST_TEXT);
        }
    }

    /** A committee of ours must still be there; one that is not ours is taken as its code. */
    void checkCommittee(Network network, PersonDetails details, Problems problems) {
        String code = details.hukouCommittee();
        if (code == null) {
            return;
        }
        if (!COMMITTEE.matcher(code).matches()) {
            problems.add("hukouCommittee", "person.hukouCommittee.form");
        }
        network.find(code)
                .filter(unit -> !unit.active())
                .ifPresent(unit -> problems.add("hukouCommittee", "network.abolishedOrg", unit.name(), code));
    }

    private static boolean isAfter(@Nullable LocalDate date, LocalDate today) {
        return date != null && date.isAfter(today);
    }

    private static boolean isStated(Sex sex) {
        return sex == Sex.MALE || sex == Sex.FEMALE;
    }

    private static Sex sex(@Nullable Sex told, @Nullable IdNumber idNumber) {
        if (idNumber != null) {
            return idNumber.sex();
        }
        return told == null ? Sex.UNKNOWN : told;
    }

    private static String name(String typed, Problems problems) {
        String name = PersonName.of(typed);
        if (name.isEmpty()) {
            problems.add("name", "person.name.required");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            problems.add("name", "household.tooLong", LONGEST_NAME);
        }
        return name;
    }

    private @Nullable IdNumber idNumber(@Nullable String typed, Problems problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return idNumbers.parse(typed);
        } catch (InvalidValue wrong) {
            boolean checksum = wrong.messageKey().equals("shared.idNumber.checksum");
            problems.add(
                    "idNumber",
                    checksum ? "person.idNumber.checksum" : wrong.messageKey(),
                    wrong.args().toArray());
            return null;
        }
    }

    private static @Nullable Phone phone(@Nullable String typed, Problems problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return Phone.parse(typed);
        } catch (InvalidValue wrong) {
            problems.add("phone", wrong.messageKey(), wrong.args().toArray());
            return null;
        }
    }
}
