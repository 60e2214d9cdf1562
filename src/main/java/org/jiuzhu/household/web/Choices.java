package org.jiuzhu.household.web;

import java.util.List;
import java.util.stream.Stream;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.household.FieldSource;
import org.jiuzhu.household.FieldWords;
import org.jiuzhu.household.PersonField;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.PageForm.Option;
import org.springframework.stereotype.Component;

/** What the forms about residents offer to choose from, and who may fill them in. */
@Component
class Choices {

    private static final List<String> EDITORS =
            List.of("pointConsultant", "pointLead", "stationConsultant", "stationLead");

    private final CurrentActor actors;
    private final Network network;
    private final FieldWords fields;
    private final Words words;

    Choices(CurrentActor actors, Network network, FieldWords fields, Words words) {
        this.actors = actors;
        this.network = network;
        this.fields = fields;
        this.words = words;
    }

    static boolean mayEdit(Actor actor) {
        return actor.mayAct() && EDITORS.stream().anyMatch(actor::has);
    }

    /** @throws Refusal FORBIDDEN for whoever only reads the register */
    Actor editor() {
        Actor actor = actors.get();
        if (!mayEdit(actor)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "person.mayNotEdit");
        }
        return actor;
    }

    <E extends Enum<E>> List<Option> of(PersonField field, Class<E> type) {
        return FormFields.codes(type, code -> words.say("person." + field.key() + "." + code.name()));
    }

    <E extends Enum<E>> List<Option> of(String prefix, Class<E> type) {
        return FormFields.codes(type, code -> words.say(prefix + "." + code.name()));
    }

    List<Option> sources() {
        return Stream.of(FieldSource.values())
                .filter(source -> source != FieldSource.REGISTRATION)
                .map(source -> new Option(source.name(), fields.source(source)))
                .toList();
    }

    List<Option> yes() {
        return List.of(new Option("YES", words.say("person.yes")));
    }

    /** The committees that somebody may register people with: the own one, or those of the own street. */
    List<Option> committees(Actor actor) {
        String org = String.valueOf(actor.orgCode());
        OrgUnit own = network.unit(org);
        List<OrgUnit> units = own.kind() == OrgUnit.Kind.POINT ? List.of(own) : network.pointsOf(own.code());
        return units.stream().map(unit -> new Option(unit.code(), unit.name())).toList();
    }
}
