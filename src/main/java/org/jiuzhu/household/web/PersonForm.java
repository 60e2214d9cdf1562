package org.jiuzhu.household.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.FieldSource;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.PersonDetails.DisabilityKind;
import org.jiuzhu.household.PersonDetails.Employment;
import org.jiuzhu.household.PersonDetails.HukouKind;
import org.jiuzhu.household.PersonDetails.MaritalStatus;
import org.jiuzhu.household.PersonDetails.SelfCare;
import org.jiuzhu.household.PersonField;
import org.jiuzhu.household.PolicyFindTag;
import org.jiuzhu.household.Provenance;
import org.jiuzhu.household.SupportMode;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jiuzhu.shared.view.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form of everything known about somebody. Numbers that identify are not put into it: an empty field leaves them as
 * they are.
 */
@Component
class PersonForm {

    private final Choices choices;
    private final Words words;

    PersonForm(Choices choices, Words words) {
        this.choices = choices;
        this.words = words;
    }

    FormFields fields(Person person, Map<String, List<String>> values, @Nullable Typed typed) {
        FormFields form = new FormFields(words, "person.form", values, typed == null ? List.of() : typed.problems());
        form.group(words.say("person.form.group.who"))
                .text("name")
                .optionalText("idNumber")
                .optionalText("phone")
                .optionalSelect("sex", choices.of("shared.sex", Sex.class))
                .optionalDate("birthDate");
        form.group(words.say("person.form.group.category"))
                .checks("categories", choices.of("person.category", AssistanceCategory.class))
                .checks("policyFind", choices.of(PersonField.POLICY_FIND, PolicyFindTag.class))
                .optionalSelect("supportMode", choices.of(PersonField.SUPPORT_MODE, SupportMode.class))
                .checks("specialCare", choices.yes())
                .optionalDate("illnessAlertOn")
                .optionalSelect("extraTier", tiers());
        form.group(words.say("person.form.group.place"))
                .optionalSelect("hukouKind", choices.of(PersonField.HUKOU_KIND, HukouKind.class))
                .optionalText("hukouAddress")
                .optionalText("hukouCommittee")
                .optionalText("residenceAddress");
        form.group(words.say("person.form.group.life"))
                .optionalSelect("maritalStatus", marital())
                .optionalSelect("employment", choices.of(PersonField.EMPLOYMENT, Employment.class))
                .optionalSelect("selfCare", choices.of(PersonField.SELF_CARE, SelfCare.class))
                .optionalText("guardian");
        form.group(words.say("person.form.group.health"))
                .optionalText("severeIllness")
                .optionalDate("severeIllnessOn")
                .optionalSelect("disabilityKind", choices.of(PersonField.DISABILITY_KIND, DisabilityKind.class))
                .optionalSelect("disabilityGrade", grades())
                .optionalText("disabilityCertificate");
        return form.group(words.say("person.form.group.source"))
                .select("source", choices.sources())
                .date("asOf")
                .checks("confirmed", choices.yes());
    }

    private List<Option> tiers() {
        return List.of("HIGH", "KEY", "GENERAL").stream()
                .map(tier -> new Option(tier, words.say("ui.tier." + tier)))
                .toList();
    }

    private static List<Option> grades() {
        return List.of("1", "2", "3", "4").stream()
                .map(grade -> new Option(grade, grade))
                .toList();
    }

    /** By the codes of GB/T 2261.2. */
    private List<Option> marital() {
        return List.of(MaritalStatus.values()).stream()
                .sorted(Comparator.comparing(MaritalStatus::code))
                .map(status -> new Option(
                        status.name(), status.code() + " " + words.say("person.maritalStatus." + status.name())))
                .toList();
    }

    Map<String, List<String>> known(Person person, LocalDate today) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        PersonDetails details = person.details();
        put(values, "name", person.name());
        put(values, "sex", person.sex() == Sex.UNKNOWN ? null : person.sex());
        put(values, "birthDate", person.birthDate());
        values.put("categories", names(details.categories()));
        values.put("policyFind", names(details.policyFind()));
        put(values, "supportMode", details.supportMode());
        put(values, "specialCare", details.specialCare() ? "YES" : null);
        put(values, "illnessAlertOn", details.illnessAlertOn());
        put(values, "extraTier", details.extraTier());
        put(values, "hukouKind", details.hukouKind());
        put(values, "hukouAddress", details.hukouAddress());
        put(values, "hukouCommittee", details.hukouCommittee());
        put(values, "residenceAddress", details.residenceAddress());
        put(values, "maritalStatus", details.maritalStatus());
        put(values, "employment", details.employment());
        put(values, "selfCare", details.selfCare());
        put(values, "guardian", details.guardian());
        put(values, "severeIllness", details.severeIllness());
        put(values, "severeIllnessOn", details.severeIllnessOn());
        put(values, "disabilityKind", details.disabilityKind());
        put(values, "disabilityGrade", details.disabilityGrade());
        put(values, "source", FieldSource.CONSULTANT_VISIT);
        put(values, "asOf", today);
        return values;
    }

    NewPerson read(Person person, Typed typed) {
        PersonDetails known = person.details();
        String certificate = typed.text("disabilityCertificate");
        PersonDetails details = new PersonDetails(
                typed.codes("categories", AssistanceCategory.class),
                typed.code("supportMode", SupportMode.class),
                typed.code("hukouKind", HukouKind.class),
                typed.text("hukouAddress"),
                typed.code("maritalStatus", MaritalStatus.class),
                typed.code("employment", Employment.class),
                typed.text("severeIllness"),
                typed.date("severeIllnessOn"),
                typed.code("disabilityKind", DisabilityKind.class),
                typed.number("disabilityGrade"),
                typed.code("selfCare", SelfCare.class),
                typed.text("guardian"),
                typed.yes("specialCare"),
                typed.date("illnessAlertOn"),
                typed.text("extraTier"),
                typed.text("hukouCommittee"),
                typed.text("residenceAddress"),
                certificate == null ? known.disabilityCertificate() : certificate,
                typed.codes("policyFind", PolicyFindTag.class));
        String idNumber = typed.text("idNumber");
        String phone = typed.text("phone");
        return new NewPerson(
                person.place().orgCode(),
                Objects.requireNonNullElse(typed.text("name"), ""),
                idNumber == null ? person.idNumber() : idNumber,
                phone == null ? person.phone() : phone,
                typed.code("sex", Sex.class),
                typed.date("birthDate"),
                details);
    }

    static Provenance provenance(Typed typed, LocalDate today) {
        return new Provenance(
                typed.requiredCode("source", FieldSource.class, FieldSource.SELF_DECLARED),
                typed.requiredDate("asOf", today));
    }

    private static List<String> names(Set<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toList();
    }

    private static void put(Map<String, List<String>> values, String key, @Nullable Object value) {
        values.put(key, value == null ? List.of() : List.of(value.toString()));
    }
}
