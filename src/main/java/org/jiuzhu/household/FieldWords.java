package org.jiuzhu.household;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a field of somebody's is called and what stands in it; numbers that identify in part. */
@Component
public class FieldWords {

    private static final int SHOWN = 4;

    private final Words words;
    private final PersonWords people;
    private final DueWords days;
    private final Network network;

    FieldWords(Words words, PersonWords people, DueWords days, Network network) {
        this.words = words;
        this.people = people;
        this.days = days;
        this.network = network;
    }

    public String label(PersonField field) {
        return words.say("person.field." + field.name());
    }

    public String source(FieldSource source) {
        return words.say("person.source." + source.name());
    }

    /** @param on the day it is said of: categories have the name of that day */
    public String value(PersonField field, @Nullable String value, LocalDate on) {
        if (value == null) {
            return words.say("person.field.none");
        }
        return switch (field.kind()) {
            case TEXT -> value;
            case NUMBER -> masked(field, value);
            case DATE -> days.day(LocalDate.parse(value));
            case CODE -> code(field, value);
            case CODES ->
                Arrays.stream(value.split(","))
                        .map(code -> codes(field, code, on))
                        .collect(Collectors.joining(words.say("household.comma")));
            case UNIT -> network.find(value).map(OrgUnit::name).orElse("") + value;
        };
    }

    private String codes(PersonField field, String code, LocalDate on) {
        return field == PersonField.CATEGORIES
                ? people.category(AssistanceCategory.valueOf(code), on)
                : words.say("person.policyFind." + code);
    }

    private String code(PersonField field, String code) {
        return switch (field) {
            case SEX -> words.say("shared.sex." + code);
            case SPECIAL_CARE -> words.say("person.yes");
            case EXTRA_TIER -> words.say("ui.tier." + code);
            default -> words.say("person." + field.key() + "." + code);
        };
    }

    private static String masked(PersonField field, String value) {
        try {
            return switch (field) {
                case ID_NUMBER -> new IdNumber(value).masked();
                case PHONE -> new Phone(value).masked();
                default -> ends(value);
            };
        } catch (InvalidValue unreadable) {
            return ends(value);
        }
    }

    private static String ends(String value) {
        return value.length() <= SHOWN ? value : "****" + value.substring(value.length() - SHOWN);
    }
}
