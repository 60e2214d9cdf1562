package org.jiuzhu.lead;

/** What triage decides about a lead. */
public enum Triage {
    OPEN_CASE,
    LINK_TO_CASE,
    TRANSFER,
    ENQUIRY,
    UNFOUNDED
}
