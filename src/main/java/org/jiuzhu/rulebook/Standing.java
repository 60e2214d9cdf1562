package org.jiuzhu.rulebook;

/** On whose word a row rests, for the place that follows it. */
public enum Standing {
    /** The notice of a profile that holds there, or a law. */
    STATED,
    /** Another place's notice: following it here is an assumption. */
    ADOPTED,
    /** Nobody's notice. */
    ASSUMED
}
