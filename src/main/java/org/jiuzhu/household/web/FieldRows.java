package org.jiuzhu.household.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.FieldSource;
import org.jiuzhu.household.FieldValue;
import org.jiuzhu.household.FieldWords;
import org.jiuzhu.household.PersonField;
import org.jiuzhu.household.web.PersonPage.FieldRow;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Component;

/** What is known about somebody field by field: what counts, and what other sources say instead. */
@Component
class FieldRows {

    private static final Set<PersonField> ELSEWHERE_ON_THE_PAGE =
            EnumSet.of(PersonField.NAME, PersonField.ID_NUMBER, PersonField.PHONE);

    private final FieldWords fields;
    private final DueWords days;
    private final Words words;

    FieldRows(FieldWords fields, DueWords days, Words words) {
        this.fields = fields;
        this.days = days;
        this.words = words;
    }

    /**
     * @param history newest first
     * @param on the day it is told of: what was said later is left out
     */
    List<FieldRow> of(List<FieldValue> history, LocalDate on) {
        Map<PersonField, List<FieldValue>> byField = new EnumMap<>(PersonField.class);
        history.stream()
                .filter(value -> !value.asOf().isAfter(on))
                .filter(value -> !ELSEWHERE_ON_THE_PAGE.contains(value.field()))
                .forEach(value -> byField.computeIfAbsent(value.field(), field -> new ArrayList<>())
                        .add(value));
        return byField.entrySet().stream()
                .filter(entry -> entry.getValue().get(0).value() != null
                        || entry.getValue().size() > 1)
                .map(entry -> row(entry.getKey(), entry.getValue(), on))
                .toList();
    }

    private FieldRow row(PersonField field, List<FieldValue> values, LocalDate on) {
        FieldValue counts = values.get(0);
        return new FieldRow(
                fields.label(field),
                fields.value(field, counts.value(), on),
                from(counts),
                conflicts(field, values, on));
    }

    /** The last word of every other source, where it is another one. */
    private List<String> conflicts(PersonField field, List<FieldValue> values, LocalDate on) {
        FieldValue counts = values.get(0);
        Map<FieldSource, FieldValue> last = new EnumMap<>(FieldSource.class);
        values.forEach(value -> last.putIfAbsent(value.source(), value));
        return last.values().stream()
                .filter(value -> value.source() != FieldSource.REGISTRATION && value.source() != counts.source())
                .filter(value -> !Objects.equals(value.value(), counts.value()))
                .map(value -> words.say("person.field.other", from(value), fields.value(field, value.value(), on)))
                .toList();
    }

    String from(FieldValue value) {
        return fields.source(value.source()) + words.say("ui.dot") + days.day(value.asOf());
    }
}
