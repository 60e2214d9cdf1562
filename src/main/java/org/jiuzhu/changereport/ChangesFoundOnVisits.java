package org.jiuzhu.changereport;

import java.util.Optional;
import java.util.Set;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.lifecycle.ChangeFound;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.database.DataScopes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a visit found becomes a report, once per record and person; what it is stands in the record. */
@Component
class ChangesFoundOnVisits {

    private final ChangeIntake intake;
    private final Network network;
    private final Words words;
    private final DataScopes scopes;

    ChangesFoundOnVisits(ChangeIntake intake, Network network, Words words, DataScopes scopes) {
        this.intake = intake;
        this.network = network;
        this.words = words;
        this.scopes = scopes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ChangeFound found) {
        scopes.runAsSystem("change found", () -> intake.fromConsultant(report(found), finder(found.foundBy())));
    }

    private NewChangeReport report(ChangeFound found) {
        return new NewChangeReport(
                found.recordNumber() + "." + found.personId(),
                found.personId(),
                null,
                null,
                null,
                null,
                ChangeKind.OTHER,
                null,
                words.say(
                        found.emergency() ? "changereport.found.emergency" : "changereport.found.change",
                        found.recordNumber()),
                found.emergency());
    }

    private Actor finder(String username) {
        Optional<Consultant> finder = network.consultant(username);
        return finder.map(somebody ->
                        new Actor(username, somebody.displayName(), Set.of(), somebody.orgCode(), Set.of(), true))
                .orElseGet(() -> Actor.machine(username));
    }
}
