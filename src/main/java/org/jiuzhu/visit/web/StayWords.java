package org.jiuzhu.visit.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.household.Door;
import org.jiuzhu.household.Doors;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.database.DataScopes;
import org.springframework.stereotype.Component;

/** Says who is behind which door, one's own first. */
@Component
class StayWords {

    private final DoorStays stays;
    private final Doors doors;
    private final DataScopes scopes;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    StayWords(DoorStays stays, Doors doors, DataScopes scopes, DueWords days, Words words, Clock clock) {
        this.stays = stays;
        this.doors = doors;
        this.scopes = scopes;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param own whether the reader can check out of it
     * @param missed whether its time is over
     */
    record Inside(String words, boolean own, boolean missed) {}

    /** One's own stay, for whoever sees no other and no home beside the visits entrusted to them. */
    List<Inside> own(Actor reader) {
        return stays
                .of(reader.username())
                .map(stay -> said(
                        stay,
                        scopes.asSystem("own stay", () -> doors.of(List.of(stay.personId()))
                                .get(0)),
                        reader))
                .stream()
                .toList();
    }

    List<Inside> at(Place place, Actor reader) {
        List<DoorStay> inside = stays.at(place);
        if (inside.isEmpty()) {
            return List.of();
        }
        Map<Long, Door> homes = new HashMap<>();
        doors.of(inside.stream().map(DoorStay::personId).toList())
                .forEach(home -> home.residents().forEach(one -> homes.put(one.personId(), home)));
        return inside.stream()
                .sorted((a, b) -> Boolean.compare(isOwn(b, reader), isOwn(a, reader)))
                .flatMap(stay ->
                        Optional.ofNullable(homes.get(stay.personId())).map(home -> said(stay, home, reader)).stream())
                .toList();
    }

    private Inside said(DoorStay stay, Door home, Actor reader) {
        boolean own = isOwn(stay, reader);
        boolean missed = stay.isMissedAt(clock.instant());
        String where = (home.building() + " " + home.flat()).strip();
        String key = "doorstay." + (own ? "inside" : "other") + (missed ? "Late" : "");
        return new Inside(
                words.say(key, where, days.at(stay.inAt()), days.at(stay.expectedAt()), stay.byName()), own, missed);
    }

    private static boolean isOwn(DoorStay stay, Actor reader) {
        return stay.username().equals(reader.username());
    }
}
