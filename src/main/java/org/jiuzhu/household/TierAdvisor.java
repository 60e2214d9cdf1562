package org.jiuzhu.household;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.household.TierOutlook.Turn;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.rules.VisitTiers;
import org.jspecify.annotations.Nullable;
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
        var asked = new Asking(people);
        var advice = new HashMap<Long, TierAdvice>();
        people.forEach(person -> advice.put(person.id(), asked.advice(person, on)));
        return advice;
    }

    /** What holds on a day, and until when. */
    Map<Long, TierOutlook> outlook(Collection<Person> people, LocalDate on) {
        var asked = new Asking(people);
        var outlook = new HashMap<Long, TierOutlook>();
        people.forEach(person -> {
            TierAdvice advice = asked.advice(person, on);
            outlook.put(
                    person.id(),
                    new TierOutlook(person.place(), person.standing(), advice, asked.next(person, on, advice)));
        });
        return outlook;
    }

    PersonFacts facts(Person person, LocalDate on) {
        return new Asking(List.of(person)).facts(person, on);
    }

    /** One asking for many: their changes are read at once, and no question is put to the rules twice. */
    private final class Asking {

        private final Map<Long, List<MajorChange>> changed;
        private final Map<String, Windows> windows = new HashMap<>();
        private final Map<Question, TierAdvice> answers = new HashMap<>();

        Asking(Collection<Person> people) {
            changed = changes.findByPersonIdIn(people.stream().map(Person::id).toList()).stream()
                    .collect(Collectors.groupingBy(MajorChange::personId));
        }

        TierAdvice advice(Person person, LocalDate on) {
            return answers.computeIfAbsent(
                    new Question(person.place().orgCode(), facts(person, on)),
                    question ->
                            tiers.recommend(question.orgCode(), question.facts().inputs()));
        }

        @Nullable
        Turn next(Person person, LocalDate on, TierAdvice advice) {
            Windows of = windows(person);
            return FactFinder.turns(person, changes(person), on, of.recentChange(), of.illnessAlert()).stream()
                    .filter(turn -> !isSame(advice, advice(person, turn.on())))
                    .findFirst()
                    .orElse(null);
        }

        PersonFacts facts(Person person, LocalDate on) {
            Windows of = windows(person);
            return FactFinder.find(person, changes(person), on, of.recentChange(), of.illnessAlert());
        }

        private List<MajorChange> changes(Person person) {
            return changed.getOrDefault(person.id(), List.of());
        }

        private Windows windows(Person person) {
            return windows.computeIfAbsent(person.place().orgCode(), TierAdvisor.this::windows);
        }
    }

    private static boolean isSame(TierAdvice one, TierAdvice other) {
        return one.tier() == other.tier()
                && one.reason().equals(other.reason())
                && one.dataGap().equals(other.dataGap());
    }

    private Windows windows(String orgCode) {
        return new Windows(
                Period.parse(rules.ruling(orgCode, "recentEventWindow").text("value")),
                Period.parse(rules.ruling(orgCode, "illnessAlertValidity").text("value")));
    }
}
