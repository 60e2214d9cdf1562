package org.jiuzhu.rules;

/** How a profile sorts the people it visits. */
public enum CadenceMode {
    /** All recipients alike. */
    FLAT,
    /** High risk, key and general. */
    TIERED,
    /** Special care apart, all others by sweeps. */
    SPECIAL,
    /** Regularly, without a number. */
    UNSPECIFIED
}
