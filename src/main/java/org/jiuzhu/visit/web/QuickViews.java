package org.jiuzhu.visit.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.household.Door;
import org.jiuzhu.household.HiddenField;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.ServiceCatalogue;
import org.jiuzhu.servicerecord.ServiceCatalogues;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.Masked;
import org.jiuzhu.visit.OwedVisit;
import org.jiuzhu.visit.RefusalReason;
import org.jiuzhu.visit.WindowWords;
import org.jiuzhu.visit.web.QuickPage.Details;
import org.jiuzhu.visit.web.QuickPage.Group;
import org.jiuzhu.visit.web.QuickPage.Item;
import org.jiuzhu.visit.web.QuickPage.Member;
import org.jiuzhu.visit.web.QuickPage.Mode;
import org.jiuzhu.visit.web.QuickPage.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the quick record into the reader's words. */
@Component
class QuickViews {

    static final String PATH = TodayAsked.PATH + "/record";

    private static final List<ServiceMode> MODES =
            List.of(ServiceMode.VISIT, ServiceMode.PHONE, ServiceMode.WECHAT, ServiceMode.BUILDING_VIDEO);
    private static final String MANY = "{n}";

    private final ServiceCatalogues catalogues;
    private final People people;
    private final DoorStays stays;
    private final WindowWords windows;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    QuickViews(
            ServiceCatalogues catalogues,
            People people,
            DoorStays stays,
            WindowWords windows,
            DueWords days,
            Words words,
            Clock clock) {
        this.catalogues = catalogues;
        this.people = people;
        this.stays = stays;
        this.windows = windows;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    /** What the page shows before anybody touched it. */
    QuickTyped blank(QuickHome.Found home, ServiceMode mode, Actor by) {
        return new QuickTyped(
                UUID.randomUUID(),
                home.asked().id(),
                mode,
                home.seen(),
                List.of(),
                null,
                false,
                null,
                "",
                LocalDate.now(clock),
                new BigDecimal("0.5"),
                Set.of(ServiceItem.S51),
                by.displayName(),
                null);
    }

    QuickPage page(
            QuickHome.Found home,
            QuickTyped typed,
            @Nullable DoorStay stay,
            String back,
            @Nullable String notice,
            Map<String, String> problems) {
        Door door = home.door();
        return new QuickPage(
                words.say("visit.quick.heading", how(typed.mode()), words.say("visit.today.home", door.head())),
                Stream.of(door.building(), door.flat(), days.at(clock.instant()))
                        .filter(part -> !part.isEmpty())
                        .reduce((a, b) -> a + (b.equals(door.flat()) ? " " : words.say("ui.dot")) + b)
                        .orElse(""),
                back,
                modes(typed, back),
                typed.mode() == ServiceMode.PHONE ? phones(home) : List.of(),
                typed.mode() == ServiceMode.VISIT ? stay(home, stay) : null,
                hidden(home, typed, back),
                notice,
                home.members().stream().map(one -> member(home, one, typed)).toList(),
                Arrays.stream(QuickOutcome.values())
                        .map(outcome -> outcome(outcome, typed))
                        .toList(),
                FormFields.codes(RefusalReason.class, reason -> words.say("visit.refusal." + reason)),
                typed.reason() == null ? "" : typed.reason().name(),
                typed.emergency(),
                typed.content(),
                details(home, typed, problems),
                problems);
    }

    private QuickPage.@Nullable Stay stay(QuickHome.Found home, @Nullable DoorStay stay) {
        long person = home.asked().id();
        if (stay != null) {
            boolean missed = stay.isMissedAt(clock.instant());
            String where = (home.door().building() + " " + home.door().flat()).strip();
            String key = missed ? "doorstay.insideLate" : "doorstay.inside";
            return new QuickPage.Stay(
                    words.say(key, where, days.at(stay.inAt()), days.at(stay.expectedAt())), true, missed, person);
        }
        int minutes = stays.minutes(home.asked().place().orgCode());
        return home.checksIn() ? new QuickPage.Stay(words.say("doorstay.asked", minutes), false, false, person) : null;
    }

    private String how(ServiceMode mode) {
        return mode == ServiceMode.VISIT
                ? words.say("visit.quick.mode.VISIT")
                : words.say("servicerecord.mode." + mode);
    }

    private List<Mode> modes(QuickTyped typed, String back) {
        return MODES.stream()
                .map(mode -> new Mode(how(mode), address(typed.person(), mode, back), mode == typed.mode()))
                .toList();
    }

    /** @param back the page of the day to return to */
    static String address(long person, ServiceMode mode, String back) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("person", person)
                .queryParam("mode", mode)
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(back)
                .toUriString();
    }

    private List<Masked> phones(QuickHome.Found home) {
        return people.byIds(home.members().stream().map(Door.Resident::personId).toList()).stream()
                .filter(person -> person.maskedPhone() != null)
                .map(QuickViews::phone)
                .toList();
    }

    private static Masked phone(Person person) {
        return new Masked(
                person.name(),
                Objects.requireNonNull(person.maskedPhone()),
                "/people/" + person.id() + "/reveal?field=" + HiddenField.PHONE);
    }

    private static Map<String, String> hidden(QuickHome.Found home, QuickTyped typed, String back) {
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("person", String.valueOf(typed.person()));
        hidden.put("mode", typed.mode().name());
        hidden.put("request", typed.request().toString());
        hidden.put("seen", String.valueOf(home.seen()));
        hidden.put("back", back);
        return hidden;
    }

    private Member member(QuickHome.Found home, Door.Resident one, QuickTyped typed) {
        return new Member(
                one.personId(),
                one.name(),
                one.age() == null ? "" : words.say("person.age", one.age()),
                home.leading(one.personId()).map(this::line).orElseGet(() -> words.say("visit.quick.nothingOwed")),
                typed.people().contains(one.personId()));
    }

    private String line(OwedVisit visit) {
        Due due = windows.due(visit.state(), visit.window().span());
        return String.join(
                words.say("ui.dot"),
                windows.period(visit.window().duty().per(), visit.window().span()),
                words.say("ui.tier." + visit.tier()),
                due.text());
    }

    private Outcome outcome(QuickOutcome outcome, QuickTyped typed) {
        boolean home = typed.mode() == ServiceMode.VISIT;
        String how = words.say(home ? "visit.quick.how.VISIT" : "visit.quick.how.FAR", how(typed.mode()));
        String where = home ? "VISIT" : "FAR";
        return new Outcome(
                outcome.name(),
                outcome.isMet()
                        ? words.say("visit.quick.outcome." + outcome)
                        : words.say("visit.quick.outcome." + outcome + "." + where),
                text(outcome, "one", how),
                text(outcome, "many", how),
                words.say("visit.quick.save." + outcome, MANY),
                outcome == typed.outcome());
    }

    /** A change is told in one's own words. */
    private String text(QuickOutcome outcome, String number, String how) {
        return outcome == QuickOutcome.CHANGED
                ? ""
                : words.say("visit.quick.text." + outcome + "." + number, how, MANY);
    }

    private Details details(QuickHome.Found home, QuickTyped typed, Map<String, String> problems) {
        ServiceCatalogue catalogue = catalogues.of(home.asked().place().orgCode());
        List<Group> groups = catalogue.groups().stream()
                .map(group -> new Group(
                        words.say("servicerecord." + catalogue.nameOf(group)),
                        group.items().stream()
                                .map(item -> new Item(
                                        item.name(),
                                        words.say("servicerecord.item." + item),
                                        typed.items().contains(item)))
                                .toList()))
                .toList();
        String items = typed.items().stream()
                .sorted()
                .map(item -> words.say("servicerecord.item." + item))
                .reduce((a, b) -> a + words.say("household.comma") + b)
                .orElse("");
        return new Details(
                String.join(
                        words.say("ui.dot"),
                        items,
                        words.say("visit.quick.hours", typed.hours().toPlainString()),
                        days.day(typed.servedOn()),
                        typed.participants(),
                        words.say("servicerecord.initiator." + Initiator.CONSULTANT)),
                typed.servedOn().toString(),
                LocalDate.now(clock).toString(),
                typed.hours().toPlainString(),
                typed.participants(),
                Objects.requireNonNullElse(typed.companions(), ""),
                groups,
                problems.keySet().stream().anyMatch(QuickViews::isDetail));
    }

    private static boolean isDetail(String field) {
        return Set.of("servedOn", "hours", "servicesS1", "participants").contains(field);
    }
}
