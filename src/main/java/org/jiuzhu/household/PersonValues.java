package org.jiuzhu.household;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.household.PersonDetails.DisabilityKind;
import org.jiuzhu.household.PersonDetails.Employment;
import org.jiuzhu.household.PersonDetails.HukouKind;
import org.jiuzhu.household.PersonDetails.MaritalStatus;
import org.jiuzhu.household.PersonDetails.SelfCare;
import org.jiuzhu.shared.Sex;
import org.jspecify.annotations.Nullable;

/** A person field by field, as the ledger writes it; what is not known is left out. */
final class PersonValues {

    private static final String YES = "YES";

    private PersonValues() {}

    static Map<PersonField, String> of(Person person) {
        Map<PersonField, String> values = of(person.details());
        put(values, PersonField.NAME, person.name());
        put(values, PersonField.ID_NUMBER, person.idNumber());
        put(values, PersonField.PHONE, person.phone());
        put(values, PersonField.SEX, person.sex() == Sex.UNKNOWN ? null : person.sex());
        put(values, PersonField.BIRTH_DATE, person.birthDate());
        return values;
    }

    private static Map<PersonField, String> of(PersonDetails details) {
        var values = new EnumMap<PersonField, String>(PersonField.class);
        put(values, PersonField.CATEGORIES, codes(details.categories()));
        put(values, PersonField.POLICY_FIND, codes(details.policyFind()));
        put(values, PersonField.SUPPORT_MODE, details.supportMode());
        put(values, PersonField.HUKOU_KIND, details.hukouKind());
        put(values, PersonField.HUKOU_ADDRESS, details.hukouAddress());
        put(values, PersonField.HUKOU_COMMITTEE, details.hukouCommittee());
        put(values, PersonField.RESIDENCE_ADDRESS, details.residenceAddress());
        put(values, PersonField.MARITAL_STATUS, details.maritalStatus());
        put(values, PersonField.EMPLOYMENT, details.employment());
        put(values, PersonField.SEVERE_ILLNESS, details.severeIllness());
        put(values, PersonField.SEVERE_ILLNESS_ON, details.severeIllnessOn());
        put(values, PersonField.DISABILITY_KIND, details.disabilityKind());
        put(values, PersonField.DISABILITY_GRADE, details.disabilityGrade());
        put(values, PersonField.DISABILITY_CERTIFICATE, details.disabilityCertificate());
        put(values, PersonField.SELF_CARE, details.selfCare());
        put(values, PersonField.GUARDIAN, details.guardian());
        put(values, PersonField.SPECIAL_CARE, details.specialCare() ? YES : null);
        put(values, PersonField.ILLNESS_ALERT_ON, details.illnessAlertOn());
        put(values, PersonField.EXTRA_TIER, details.extraTier());
        return values;
    }

    /** @param orgCode where the person is registered */
    static NewPerson person(Map<PersonField, String> values, String orgCode) {
        return new NewPerson(
                orgCode,
                values.getOrDefault(PersonField.NAME, ""),
                values.get(PersonField.ID_NUMBER),
                values.get(PersonField.PHONE),
                code(values, PersonField.SEX, Sex.class),
                date(values, PersonField.BIRTH_DATE),
                details(values));
    }

    static PersonDetails details(Map<PersonField, String> values) {
        String grade = values.get(PersonField.DISABILITY_GRADE);
        return new PersonDetails(
                codes(values.get(PersonField.CATEGORIES), AssistanceCategory.class),
                code(values, PersonField.SUPPORT_MODE, SupportMode.class),
                code(values, PersonField.HUKOU_KIND, HukouKind.class),
                values.get(PersonField.HUKOU_ADDRESS),
                code(values, PersonField.MARITAL_STATUS, MaritalStatus.class),
                code(values, PersonField.EMPLOYMENT, Employment.class),
                values.get(PersonField.SEVERE_ILLNESS),
                date(values, PersonField.SEVERE_ILLNESS_ON),
                code(values, PersonField.DISABILITY_KIND, DisabilityKind.class),
                grade == null ? null : Integer.valueOf(grade),
                code(values, PersonField.SELF_CARE, SelfCare.class),
                values.get(PersonField.GUARDIAN),
                YES.equals(values.get(PersonField.SPECIAL_CARE)),
                date(values, PersonField.ILLNESS_ALERT_ON),
                values.get(PersonField.EXTRA_TIER),
                values.get(PersonField.HUKOU_COMMITTEE),
                values.get(PersonField.RESIDENCE_ADDRESS),
                values.get(PersonField.DISABILITY_CERTIFICATE),
                codes(values.get(PersonField.POLICY_FIND), PolicyFindTag.class));
    }

    private static void put(Map<PersonField, String> values, PersonField field, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(field, value.toString());
        }
    }

    private static <E extends Enum<E>> @Nullable E code(
            Map<PersonField, String> values, PersonField field, Class<E> type) {
        String code = values.get(field);
        return code == null ? null : Enum.valueOf(type, code);
    }

    private static @Nullable LocalDate date(Map<PersonField, String> values, PersonField field) {
        String date = values.get(field);
        return date == null ? null : LocalDate.parse(date);
    }

    static String codes(Collection<? extends Enum<?>> codes) {
        return codes.stream().sorted().map(Enum::name).collect(joining(","));
    }

    private static <E extends Enum<E>> Set<E> codes(@Nullable String value, Class<E> type) {
        var codes = EnumSet.noneOf(type);
        if (value != null) {
            Arrays.stream(value.split(","))
                    .map(code -> Enum.valueOf(type, code))
                    .forEach(codes::add);
        }
        return codes;
    }
}
