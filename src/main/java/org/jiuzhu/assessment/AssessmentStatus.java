package org.jiuzhu.assessment;

/** How far an assessment has come. */
public enum AssessmentStatus {
    OPEN,
    CONSENTED,
    CONSENT_REFUSED,
    SURVEYED,
    SCORED,
    RETURNED,
    APPROVED,
    WITHDRAWN
}
