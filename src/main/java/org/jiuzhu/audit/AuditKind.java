package org.jiuzhu.audit;

/** What the log is about. */
public enum AuditKind {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    DENIED,
    SENSITIVE_READ,
    CLOCK_MOVED,
    MODEL_CHANGED,
    RELATIVE_FILED,
    RELATIVE_ENDED
}
