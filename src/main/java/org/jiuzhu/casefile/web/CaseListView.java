package org.jiuzhu.casefile.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.casefile.AssistanceCase;
import org.jiuzhu.casefile.CaseList;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the list of cases into the reader's words. */
@Component
@Transactional(readOnly = true)
class CaseListView {

    private final CaseList cases;
    private final People people;
    private final PersonWords say;
    private final DueWords due;
    private final Words words;

    CaseListView(CaseList cases, People people, PersonWords say, DueWords due, Words words) {
        this.cases = cases;
        this.people = people;
        this.say = say;
        this.due = due;
        this.words = words;
    }

    CaseListPage page(CaseList.Which which, @Nullable Long after) {
        CaseList.Page page = cases.page(which, after);
        List<Long> concerned =
                page.cases().stream().map(AssistanceCase::personId).distinct().toList();
        Map<Long, PersonCard> cards =
                people.cards(concerned).stream().collect(Collectors.toMap(PersonCard::id, Function.identity()));
        return new CaseListPage(
                which.name(),
                page.cases().stream()
                        .map(of -> row(of, cards.get(of.personId())))
                        .toList(),
                page.next());
    }

    private CaseListPage.Row row(AssistanceCase of, @Nullable PersonCard person) {
        return new CaseListPage.Row(
                "/cases/" + of.number(),
                of.number(),
                person == null ? "" : person.name(),
                person == null ? "" : say.about(person.sex(), person.age()),
                person == null ? null : person.tier().name(),
                of.urgency().name(),
                person == null ? "" : person.pointName(),
                of.isOpen() ? "upcoming" : "met",
                of.isOpen() ? words.say("casefile.list.open") : words.say("casefile.outcome." + of.outcome()),
                due.at(of.openedAt()));
    }
}
