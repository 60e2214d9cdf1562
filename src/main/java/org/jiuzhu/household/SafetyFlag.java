package org.jiuzhu.household;

/** What whoever goes to a household should know before the door opens (CS 四(二)). */
public enum SafetyFlag {
    MINOR,
    DISABLED,
    ELDERLY_ALONE,
    DOG,
    INFECTION,
    CONFLICT
}
