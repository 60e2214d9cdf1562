package org.jiuzhu.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Masked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who somebody is in the reader's language. */
@Component
public class PersonWords {

    private static final int ID_END = 4;

    private final Words words;
    private final DueWords days;

    PersonWords(Words words, DueWords days) {
        this.words = words;
        this.days = days;
    }

    /** 女·76 岁. */
    public String about(Sex sex, @Nullable Integer age) {
        return joined(Stream.of(
                words.say("shared.sex." + sex.name()),
                age == null ? words.say("person.age.unknown") : words.say("person.age", age)));
    }

    /** 女·76 岁·证件尾号 0026: what tells two people of one name apart. */
    public String apart(PersonCard card) {
        String about = about(card.sex(), card.age());
        String id = card.idNumber();
        return id == null
                ? about
                : joined(Stream.of(about, words.say("person.idEnd", id.substring(id.length() - ID_END))));
    }

    /** 女·76 岁·1950年3月12日生. */
    public String aboutInFull(Person person, LocalDate today) {
        String about = about(person.sex(), person.ageOn(today));
        LocalDate born = person.birthDate();
        return born == null ? about : joined(Stream.of(about, words.say("person.born", days.day(born))));
    }

    /** 特困人员·分散供养·特殊关爱; null for somebody without any. */
    public @Nullable String tags(Person person) {
        var tags = new ArrayList<String>();
        if (person.standing() != Standing.ACTIVE) {
            tags.add(words.say("person.standing." + person.standing()));
        }
        person.categories().forEach(category -> tags.add(category(category)));
        PersonDetails details = person.details();
        if (details.supportMode() != null) {
            tags.add(words.say("person.supportMode." + details.supportMode()));
        }
        if (details.severeIllness() != null) {
            tags.add(words.say("person.severeIllness"));
        }
        if (details.disabilityGrade() != null) {
            tags.add(words.say("person.disability", details.disabilityGrade()));
        }
        if (details.specialCare()) {
            tags.add(words.say("person.specialCare"));
        }
        return tags.isEmpty() ? null : joined(tags.stream());
    }

    public String category(AssistanceCategory category) {
        return words.say("person.category." + category.name());
    }

    /** The law's name for it on a day: what is told about an earlier day has the name of that day. */
    public String category(AssistanceCategory category, LocalDate on) {
        String key = "person.category." + category.name();
        String name = words.sayOr(key + ".law", category(category));
        return on.isBefore(AssistanceCategory.RENAMED) ? words.sayOr(key + ".earlier", name) : name;
    }

    /** Null for somebody without one. */
    public @Nullable String categories(PersonCard card) {
        return card.categories().isEmpty()
                ? null
                : joined(card.categories().stream().map(this::category));
    }

    /** Phone and identity number in part; only whom the register lets see them all may ask for more. */
    public List<Masked> contacts(Person person) {
        var contacts = new ArrayList<Masked>();
        contacts.add(masked(person, HiddenField.PHONE, person.maskedPhone()));
        contacts.add(masked(person, HiddenField.ID_NUMBER, person.maskedIdNumber()));
        return contacts;
    }

    private Masked masked(Person person, HiddenField field, @Nullable String value) {
        String label = words.say("person.hidden." + field.name());
        return value == null
                ? new Masked(label, words.say("person.hidden.none"), null)
                : new Masked(label, value, "/people/" + person.id() + "/reveal?field=" + field.name());
    }

    private String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(words.say("ui.dot")));
    }
}
