package org.jiuzhu.household;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuzhu.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Who lives behind a door, and no more of anybody than whoever knocks there needs.
 *
 * @param householdId null for somebody who is in no household
 * @param head the name of the household's head, or of the one person
 * @param residents those who were asked for, the head first
 */
public record Door(
        @Nullable Long householdId,
        String road,
        String room,
        String head,
        Set<SafetyFlag> safetyFlags,
        List<Resident> residents) {

    /** A room's number begins behind the building's: 12 号 | 301 室. */
    private static final Pattern BUILDING = Pattern.compile("^(.*?(?:号楼|号|幢|栋|座))\\s*(.*)$");

    /**
     * @param age in full years today, or null where the birth is not known
     * @param relation to the head; null for somebody in no household
     */
    public record Resident(
            long personId,
            String name,
            Sex sex,
            @Nullable Integer age,
            @Nullable Relation relation,
            boolean specialCare) {}

    /** Road and house: what is on the way belongs together. Empty where no address is known. */
    public String building() {
        Matcher house = BUILDING.matcher(room);
        return (road + (house.matches() ? " " + house.group(1) : "")).strip();
    }

    /** What is left of the address inside the building. */
    public String flat() {
        Matcher house = BUILDING.matcher(room);
        return house.matches() ? house.group(2) : room;
    }
}
