package org.jiuzhu.casefile;

/** Why a case was closed. */
public enum Outcome {
    RESOLVED,
    NOT_VERIFIED,
    NO_HELP_NEEDED,
    CONSENT_REFUSED,
    PLAN_REFUSED,
    CONFERENCE,
    REFUSED,
    DECEASED,
    OTHER
}
