package org.jiuzhu.network;

/** Somebody who works in the network, as the register has them (CS 五(二), CN 三(三)). */
public record Consultant(String username, String displayName, String orgCode, Position position, Filing filing) {

    /** The filing (备案) of a consultant; only a filed one takes tasks [A]. */
    public enum Filing {
        FILED,
        PENDING,
        WITHDRAWN
    }

    public enum Position {
        POINT_LEAD,
        POINT_CONSULTANT,
        STATION_LEAD,
        STATION_CONSULTANT,
        NGO_WORKER,
        INFORMANT,
        OTHER_VISITOR,
        DISTRICT_SUPERVISOR,
        INSPECTOR,
        AUDITOR,
        MODELER,
        ADMINISTRATOR;

        /** Whether the notices call this position a consultant: counted by the staffing rules. */
        public boolean isConsultant() {
            return this == POINT_LEAD || this == POINT_CONSULTANT || this == STATION_LEAD || this == STATION_CONSULTANT;
        }
    }

    /** What {@code consultant.occupation} may say (CS 一(二), CN 三(三)). */
    public enum Occupation {
        COMMITTEE_CADRE,
        COMMUNITY_WORKER,
        ASSISTANCE_STAFF,
        SOCIAL_WORKER,
        VOLUNTEER,
        CIVIL_SERVANT
    }
}
