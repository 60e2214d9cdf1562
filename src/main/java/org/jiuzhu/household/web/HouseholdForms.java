package org.jiuzhu.household.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuzhu.household.EndReason;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Member;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.Relation;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.PageForm;
import org.jiuzhu.shared.view.PageForm.Notice;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jiuzhu.shared.view.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms by which households come about and change. */
@Component
class HouseholdForms {

    private final Choices choices;
    private final Words words;

    HouseholdForms(Choices choices, Words words) {
        this.choices = choices;
        this.words = words;
    }

    /** @param head who is on the register already, or null for somebody new */
    PageForm newHousehold(Actor by, @Nullable Person head, Typed typed) {
        FormFields fields = fields(typed);
        fields.group(words.say("household.form.group.place"))
                .select("pointCode", choices.committees(by))
                .text("road")
                .optionalText("room");
        if (head == null) {
            who(fields.group(words.say("household.form.group.head")));
            source(fields);
        }
        return page(
                words.say("household.form.new"),
                head == null ? null : words.say("household.form.newFor", head.name()),
                null,
                "/households/new",
                head == null ? Map.of() : Map.of("person", String.valueOf(head.id())),
                fields,
                "household.form.new.submit",
                head == null ? "/people" : "/people/" + head.id(),
                head == null ? words.say("ui.people.title") : head.name());
    }

    PageForm newMember(Household home, Typed typed, @Nullable Notice notice) {
        FormFields fields = fields(typed);
        fields.group(words.say("household.form.group.relation"))
                .select("relation", relations())
                .radio("livesTogether", yesNo());
        who(fields.group(words.say("household.form.group.member")));
        source(fields);
        return page(
                words.say("household.form.member"),
                words.say("household.form.member.intro"),
                notice,
                "/households/" + home.id() + "/members/new",
                Map.of(),
                fields,
                "household.form.member.submit",
                "/households/" + home.id(),
                home.number());
    }

    PageForm end(Household home, Person leaving, List<Member> others, Typed typed) {
        FormFields fields = fields(typed);
        fields.group(null)
                .date("on")
                .select(
                        "reason",
                        choices.of("household.end", EndReason.class).stream()
                                .filter(option -> !option.value().equals(EndReason.DIED.name())) // a death is reported
                                .toList());
        if (home.headPersonId() == leaving.id() && !others.isEmpty()) {
            fields.select(
                    "newHead",
                    others.stream()
                            .map(member -> new Option(
                                    String.valueOf(member.person().id()),
                                    member.person().name()))
                            .toList());
        }
        return page(
                words.say("household.form.end", leaving.name()),
                words.say("household.form.end.intro"),
                null,
                "/households/" + home.id() + "/members/" + leaving.id() + "/end",
                Map.of(),
                fields,
                "household.form.end.submit",
                "/households/" + home.id(),
                home.number());
    }

    private void who(FormFields fields) {
        fields.text("name")
                .optionalText("idNumber")
                .checks("withoutId", choices.yes())
                .optionalText("phone")
                .optionalSelect("sex", choices.of("shared.sex", Sex.class))
                .optionalDate("birthDate");
    }

    private void source(FormFields fields) {
        fields.group(words.say("person.form.group.source"))
                .select("source", choices.sources())
                .date("asOf");
    }

    private List<Option> relations() {
        return Stream.of(Relation.values())
                .filter(relation -> relation != Relation.HEAD)
                .map(relation -> new Option(relation.name(), words.say("household.relation." + relation.name())))
                .toList();
    }

    private List<Option> yesNo() {
        return List.of(new Option("YES", words.say("person.yes")), new Option("NO", words.say("person.no")));
    }

    private FormFields fields(Typed typed) {
        return new FormFields(words, "household.form", typed.values(), typed.problems());
    }

    private PageForm page(
            String title,
            @Nullable String intro,
            @Nullable Notice notice,
            String action,
            Map<String, String> hidden,
            FormFields fields,
            String submit,
            String back,
            String backWords) {
        return new PageForm(
                "people",
                title,
                intro,
                notice,
                action,
                hidden,
                fields.groups(),
                fields.problems(),
                words.say(submit),
                back,
                backWords);
    }
}
