package org.jiuzhu.rules;

import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** How many consultants a unit needs, and which (decision {@code staffing}). */
@Component
public class Staffing {

    public enum UnitKind {
        POINT,
        STATION
    }

    private final Rules rules;

    Staffing(Rules rules) {
        this.rules = rules;
    }

    /** The minimum of consultants on file. */
    public Ruling minimum(String orgCode, UnitKind kind) {
        return ruling(orgCode, kind, "minimum");
    }

    public boolean leadIsCommitteeHead(String pointCode) {
        return ruling(pointCode, UnitKind.POINT, "leadIsCommitteeHead").flag("value");
    }

    /** Whether all but the head of a unit work full time. */
    public boolean othersFullTime(String orgCode, UnitKind kind) {
        return ruling(orgCode, kind, "othersFullTime").flag("value");
    }

    /** The lowest grade of a station's person in charge, if the profile sets one. */
    public OptionalInt officerMinGrade(String stationCode) {
        return optional(ruling(stationCode, UnitKind.STATION, "officerMinGrade"));
    }

    /** How many registered residents one consultant of a station may stand for, if the profile sets it. */
    public OptionalInt hukouPerConsultant(String stationCode) {
        return optional(ruling(stationCode, UnitKind.STATION, "hukouPerConsultant"));
    }

    Ruling ruling(String orgCode, UnitKind kind, String rule) {
        return rules.one("staffing", orgCode, Map.of("unitKind", kind.name(), "rule", rule));
    }

    private static OptionalInt optional(Ruling ruling) {
        return ruling.has("value") ? OptionalInt.of(ruling.number("value")) : OptionalInt.empty();
    }
}
