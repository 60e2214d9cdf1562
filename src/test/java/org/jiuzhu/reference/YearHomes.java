package org.jiuzhu.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who lives with whom and where, as the neighbours know it. */
final class YearHomes {

    private record Neighbour(String name, long home) {}

    private final Map<Long, Neighbour> people = new TreeMap<>();
    private final Map<Long, Neighbour> dead = new HashMap<>();
    private final Map<Long, String> places = new HashMap<>();

    void lives(long person, String name, long home, String orgCode) {
        people.put(person, new Neighbour(name, home));
        places.put(home, orgCode);
    }

    void dies(long person) {
        dead.put(person, people.remove(person));
    }

    void livesAfterAll(long person) {
        people.put(person, dead.remove(person));
    }

    void moves(long home, String orgCode) {
        places.put(home, orgCode);
    }

    Collection<Long> everybody() {
        return List.copyOf(people.keySet());
    }

    String nameOf(long person) {
        return people.get(person).name();
    }

    long homeOf(long person) {
        return people.get(person).home();
    }

    String orgOf(long person) {
        return placeOf(homeOf(person));
    }

    String placeOf(long home) {
        return places.get(home);
    }

    List<Long> membersOf(long home) {
        return people.entrySet().stream()
                .filter(one -> one.getValue().home() == home)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Long> othersAtHome(long person) {
        return membersOf(homeOf(person)).stream()
                .filter(other -> other != person)
                .toList();
    }
}
