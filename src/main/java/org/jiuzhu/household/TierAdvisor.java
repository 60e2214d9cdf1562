package org.jiuzhu.household;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.rules.VisitTiers;
import org.springframework.stereotype.Component;

/** What the rules recommend for people on a day. A list asks each question once: many people share their facts. */
@Component
class TierAdvisor {

    private record Windows(Period recentChange, Period illnessAlert) {}

    private record Question(String orgCode, PersonFacts facts) {}

    private final MajorChangeRows changes;
    private final CaseRules rules;
    private final VisitTiers tiers;

    TierAdvisor(MajorChangeRows changes, CaseRules rules, VisitTiers tiers) {
        this.changes = changes;
        this.rules = rules;
        this.tiers = tiers;
    }

    Map<Long, TierAdvice> advise(Collection<Person> people, LocalDate on) {
        var answers = new HashMap<Question, TierAdvice>();
        var advice = new HashMap<Long, TierAdvice>();
        facts(people, on)
                .forEach((id, question) -> advice.put(
                        id,
                        answers.computeIfAbsent(
                                question,
                                asked -> tiers.recommend(
                                        asked.orgCode(), asked.facts().inputs()))));
        return advice;
    }

    PersonFacts facts(Person person, LocalDate on) {
        return facts(List.of(person), on).values().iterator().next().facts();
    }

    private Map<Long, Question> facts(Collection<Person> people, LocalDate on) {
        Map<Long, List<MajorChange>> changed =
                changes.findByPersonIdIn(people.stream().map(Person::id).toList()).stream()
                        .collect(Collectors.groupingBy(MajorChange::personId));
        var windows = new HashMap<String, Windows>();
        var questions = new HashMap<Long, Question>();
        for (Person person : people) {
            String orgCode = person.place().orgCode();
            Windows of = windows.computeIfAbsent(orgCode, this::windows);
            questions.put(
                    person.id(),
                    new Question(
                            orgCode,
                            FactFinder.find(
                                    person,
                                    changed.getOrDefault(person.id(), List.of()),
                                    on,
                                    of.recentChange(),
                                    of.illnessAlert())));
        }
        return questions;
    }

    private Windows windows(String orgCode) {
        return new Windows(
                Period.parse(rules.ruling(orgCode, "recentEventWindow").text("value")),
                Period.parse(rules.ruling(orgCode, "illnessAlertValidity").text("value")));
    }
}
