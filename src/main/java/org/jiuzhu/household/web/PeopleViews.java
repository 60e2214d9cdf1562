package org.jiuzhu.household.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiuzhu.household.HouseholdCases;
import org.jiuzhu.household.HouseholdCases.CaseLine;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.household.PersonWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the list of people together, as far as the reader's scope sees. */
@Component
@Transactional(readOnly = true)
class PeopleViews {

    private final People people;
    private final ObjectProvider<HouseholdCases> cases;
    private final PersonWords say;

    PeopleViews(People people, ObjectProvider<HouseholdCases> cases, PersonWords say) {
        this.people = people;
        this.cases = cases;
        this.say = say;
    }

    PeoplePage list(String q, PageKey key) {
        var found = people.search(q, key.after());
        int shown = key.shown() + found.people().size();
        int counted = people.count(q);
        return new PeoplePage(
                q,
                rows(found.people()),
                shown,
                counted < People.MOST_COUNTED ? String.valueOf(counted) : counted + "+",
                found.next() == null ? null : new PageKey(shown, found.next()).toString());
    }

    private List<PeoplePage.PersonRow> rows(List<PersonCard> cards) {
        List<Long> homes = cards.stream()
                .map(PersonCard::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, CaseLine> open =
                cases.stream().findFirst().map(all -> all.openOf(homes)).orElse(Map.of());
        Map<String, Long> bearers =
                cards.stream().collect(Collectors.groupingBy(PersonCard::name, Collectors.counting()));
        return cards.stream()
                .map(card -> row(
                        card,
                        Objects.requireNonNull(bearers.get(card.name())) > 1,
                        card.householdId() == null ? null : open.get(card.householdId())))
                .toList();
    }

    /** @param shared whether somebody else on the page bears the name */
    private PeoplePage.PersonRow row(PersonCard card, boolean shared, @Nullable CaseLine open) {
        return new PeoplePage.PersonRow(
                "/people/" + card.id(),
                card.name(),
                shared ? say.apart(card) : say.about(card.sex(), card.age()),
                card.tier().name(),
                say.categories(card),
                card.address(),
                card.pointName(),
                open == null ? null : open.number(),
                open == null ? null : caseHref(open));
    }

    private static String caseHref(CaseLine line) {
        return "/cases/" + line.caseId();
    }
}
