package org.jiuzhu.household.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Benefit;
import org.jiuzhu.household.DataTable.Row;
import org.jiuzhu.household.FieldValue;
import org.jiuzhu.household.FieldWords;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.PersonField;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says the columns of the data table, in the notice's order; the age is derived, numbers stand in part. */
@Component
class DataTableWords {

    static final List<String> COLUMNS = List.of(
            "categories",
            "name",
            "sex",
            "age",
            "idNumber",
            "phone",
            "hukouKind",
            "hukouAddress",
            "residence",
            "maritalStatus",
            "household",
            "health",
            "employment",
            "benefits");

    private final FieldWords fields;
    private final PersonWords people;
    private final Words words;
    private final Clock clock;

    DataTableWords(FieldWords fields, PersonWords people, Words words, Clock clock) {
        this.fields = fields;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    String column(String column) {
        return words.say("household.table." + column);
    }

    List<String> cells(Row row) {
        return COLUMNS.stream().map(column -> cell(column, row)).toList();
    }

    private String cell(String column, Row row) {
        Person person = row.person();
        PersonDetails details = person.details();
        return switch (column) {
            case "categories" -> categories(person);
            case "name" -> person.name();
            case "sex" -> words.say("shared.sex." + person.sex().name());
            case "age" -> text(person.ageOn(today()));
            case "idNumber" -> text(person.maskedIdNumber());
            case "phone" -> text(person.maskedPhone());
            case "hukouKind" -> code("hukouKind", details.hukouKind());
            case "hukouAddress" -> joined(details.hukouAddress(), details.hukouCommittee());
            case "residence" -> residence(row);
            case "maritalStatus" -> code("maritalStatus", details.maritalStatus());
            case "household" -> row.members() == 0 ? "" : String.valueOf(row.members());
            case "health" -> health(details);
            case "employment" -> code("employment", details.employment());
            default ->
                row.benefits().stream()
                        .filter(benefit -> benefit.to() == null || !benefit.to().isBefore(today()))
                        .map(this::benefit)
                        .collect(Collectors.joining(words.say("household.comma")));
        };
    }

    private String categories(Person person) {
        return person.categories().stream()
                .sorted()
                .map((AssistanceCategory category) -> people.category(category, today()))
                .collect(Collectors.joining(words.say("household.comma")));
    }

    private String residence(Row row) {
        String elsewhere = row.person().details().residenceAddress();
        Household home = row.home();
        String address = elsewhere != null ? elsewhere : home == null ? null : home.address();
        String apart = Boolean.TRUE.equals(row.person().livesApartFromHukou()) ? words.say("person.livesApart") : null;
        return joined(address, row.person().place().pointCode(), apart);
    }

    private String health(PersonDetails details) {
        String illness = details.severeIllness() == null
                ? null
                : joined(
                        details.severeIllness(),
                        details.severeIllnessOn() == null
                                ? null
                                : details.severeIllnessOn().toString());
        String disability = details.disabilityKind() == null
                ? null
                : joined(
                        words.say("person.disabilityKind." + details.disabilityKind()),
                        details.disabilityGrade() == null
                                ? null
                                : words.say("person.disability", details.disabilityGrade()));
        return joined(illness, disability);
    }

    private String benefit(Benefit benefit) {
        return joined(
                words.say("person.benefit." + benefit.kind().name()),
                words.say("household.since", benefit.from().toString()));
    }

    /** Where each field comes from, for the export's second sheet. */
    List<List<String>> sources(Row row) {
        return row.values().stream()
                .filter(value -> value.field() != PersonField.NAME)
                .map(value -> List.of(
                        row.person().name(),
                        String.valueOf(row.person().id()),
                        fields.label(value.field()),
                        fields.value(value.field(), value.value(), today()),
                        fields.source(value.source()),
                        value.asOf().toString()))
                .toList();
    }

    /** The newest day of all that is known, with where it comes from. */
    @Nullable
    String newest(Row row) {
        return row.values().stream()
                .max((a, b) -> a.asOf().compareTo(b.asOf()))
                .map((FieldValue value) ->
                        joined(fields.source(value.source()), value.asOf().toString()))
                .orElse(null);
    }

    private String code(String field, @Nullable Enum<?> code) {
        return code == null ? "" : words.say("person." + field + "." + code.name());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
