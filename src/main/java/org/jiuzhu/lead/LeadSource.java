package org.jiuzhu.lead;

/** Where a lead came from (CS 二(二), 六(三), SJ 三(四), HT 三(一), PT(十五)); the word the decision tables know. */
public enum LeadSource {
    HOTLINE_12345,
    DEPARTMENT,
    PUSH,
    PATROL,
    STREET_HOTLINE,
    WALK_IN,
    CONSULTANT_FINDING,
    NEIGHBOUR_VISIT,
    INFORMANT,
    RESIDENT
}
