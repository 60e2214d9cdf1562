package org.jiuzhu.changereport.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiuzhu.changereport.NewChangeReport;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.PageForm;
import org.jiuzhu.shared.view.PageForm.Notice;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jiuzhu.shared.view.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of a change report; whom it is about is asked only where that is not known. */
@Component
class ChangeForm {

    private final PersonWords people;
    private final Words words;

    ChangeForm(PersonWords people, Words words) {
        this.people = people;
        this.words = words;
    }

    PageForm page(@Nullable Person about, Typed typed, @Nullable List<PersonCard> candidates) {
        FormFields fields = new FormFields(words, "changereport.form", typed.values(), typed.problems());
        if (candidates != null && !candidates.isEmpty()) {
            fields.group(words.say("changereport.form.group.candidates"))
                    .radio("personId", candidates.stream().map(this::option).toList());
        }
        if (about == null) {
            fields.group(words.say("changereport.form.group.who"))
                    .text("name")
                    .optionalText("idNumber")
                    .optionalText("phone");
        }
        fields.group(words.say("changereport.form.group.what"))
                .radio("kind", FormFields.codes(ChangeKind.class, kind -> words.say("person.change." + kind.name())))
                .optionalDate("happenedOn")
                .area("story")
                .radio(
                        "cannotWait",
                        Stream.of("YES", "NO")
                                .map(answer -> new Option(answer, words.say("changereport.form.cannotWait." + answer)))
                                .toList());
        return new PageForm(
                "people",
                about == null
                        ? words.say("changereport.form.title")
                        : words.say("changereport.form.titleOf", about.name()),
                words.say("changereport.form.intro"),
                notice(candidates),
                "/changes",
                hidden(about, typed),
                fields.groups(),
                fields.problems(),
                words.say("changereport.form.submit"),
                about == null ? "/tasks" : "/people/" + about.id(),
                about == null ? words.say("ui.worklist.title") : about.name());
    }

    private @Nullable Notice notice(@Nullable List<PersonCard> candidates) {
        if (candidates == null) {
            return null;
        }
        return new Notice(
                words.say(candidates.isEmpty() ? "changereport.unknown" : "changereport.unclear"),
                List.of(),
                new Option("asLead", words.say("changereport.asLead")));
    }

    private static Map<String, String> hidden(@Nullable Person about, Typed typed) {
        String ref = Objects.requireNonNullElseGet(
                typed.text("ref"), () -> UUID.randomUUID().toString());
        return about == null
                ? Map.of("ref", ref)
                : Map.of("ref", ref, "personId", String.valueOf(about.id()), "known", "YES");
    }

    private Option option(PersonCard card) {
        return new Option(
                String.valueOf(card.id()),
                card.name() + " " + people.apart(card) + " " + card.pointName() + " " + card.address());
    }

    NewChangeReport read(Typed typed) {
        String cannotWait = typed.text("cannotWait");
        if (cannotWait == null) {
            typed.wrong("cannotWait", "person.required");
        }
        return new NewChangeReport(
                Objects.requireNonNullElse(typed.text("ref"), ""),
                typed.id("personId"),
                typed.text("name"),
                typed.text("idNumber"),
                typed.text("phone"),
                null,
                typed.requiredCode("kind", ChangeKind.class, ChangeKind.OTHER),
                typed.date("happenedOn"),
                Objects.requireNonNullElse(typed.text("story"), ""),
                "YES".equals(cannotWait));
    }
}
