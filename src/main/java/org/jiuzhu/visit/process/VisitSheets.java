package org.jiuzhu.visit.process;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.household.Person;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ResidentTag;
import org.jiuzhu.servicerecord.ServiceCatalogues;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.springframework.stereotype.Component;

/** The service record that a visit's form makes: what the register knows stands there already. */
@Component
class VisitSheets {

    /** What a form begins with; whoever was there says what it was. */
    static final BigDecimal USUAL_HOURS = new BigDecimal("0.5");

    static final List<String> USUAL_ITEMS = List.of(ServiceItem.S51.name());

    private final ServiceCatalogues catalogues;
    private final Network network;
    private final Words words;

    VisitSheets(ServiceCatalogues catalogues, Network network, Words words) {
        this.catalogues = catalogues;
        this.network = network;
        this.words = words;
    }

    /** The services that the place's notice lists. */
    List<Map<String, String>> services(Place place) {
        return catalogues.of(place.orgCode()).groups().stream()
                .flatMap(group -> group.items().stream())
                .map(item -> Map.of("value", item.name(), "label", words.say("servicerecord.item." + item)))
                .toList();
    }

    RecordSheet of(Person person, Place place, FormAnswers answers, Actor by) {
        return new RecordSheet(
                person.name(),
                place.orgCode(),
                network.unit(place.orgCode()).name(),
                tags(person),
                answers.choice("serviceMode", ServiceMode.class),
                null,
                by.displayName(),
                Objects.requireNonNull(answers.date("servedOn")),
                Objects.requireNonNullElse(answers.number("hours"), USUAL_HOURS),
                items(answers),
                Initiator.CONSULTANT,
                answers.optionalText("companions"),
                answers.text("content").strip());
    }

    private static Set<ResidentTag> tags(Person person) {
        return person.coveredTags().stream()
                .map(tag -> ResidentTag.valueOf(tag.name()))
                .collect(Collectors.toSet());
    }

    /** A visit in vain was care all the same. */
    private static Set<ServiceItem> items(FormAnswers answers) {
        List<String> ticked = answers.choices("items").isEmpty() ? USUAL_ITEMS : answers.choices("items");
        return ticked.stream()
                .map(ServiceItem::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ServiceItem.class)));
    }
}
