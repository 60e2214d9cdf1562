package org.jiuzhu.lifeevent.web;

import java.util.Map;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.People;
import org.jiuzhu.lifeevent.DeathReport;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.springframework.stereotype.Component;

/** The station lead takes the latest report of a death in a household back; everything is restored. */
@Component
class ReverseDeath implements PageAction {

    private final Deaths deaths;
    private final People people;
    private final DueWords days;
    private final Words words;

    ReverseDeath(Deaths deaths, People people, DueWords days, Words words) {
        this.deaths = deaths;
        this.people = people;
        this.days = days;
        this.words = words;
    }

    @Override
    public String key() {
        return "reverse-death";
    }

    @Override
    public About about() {
        return About.HOUSEHOLD;
    }

    @Override
    public String module() {
        return "lifeevent";
    }

    @Override
    public boolean isOffered(long id, Actor actor) {
        return Roles.leadsAStation(actor) && deaths.latestOf(id).isPresent();
    }

    @Override
    public Map<String, Object> data(long id, Actor actor) {
        DeathReport report = deaths.latestOf(id).orElseThrow();
        return Map.of(
                "deathSummary",
                words.say(
                        "lifeevent.death.reported",
                        people.get(report.personId()).name(),
                        days.day(report.diedOn()),
                        words.say("lifeevent.death.source." + report.source())));
    }

    @Override
    public void perform(long id, FormAnswers answers, Actor actor) {
        deaths.takeBack(deaths.latestOf(id).orElseThrow().id(), answers.text("reason"), actor);
    }
}
