package org.jiuzhu.shared;

/** How soon somebody is waiting, strictest first; the order is the sort order of lists. */
public enum Urgency {
    EMERGENCY,
    URGENT,
    NORMAL;

    public Urgency strictest(Urgency other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
