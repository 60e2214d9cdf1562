package org.jiuzhu.household;

/**
 * A change in somebody's life: 突发事件、意外事故、罹患重病等重大变故 (SJ 二(一)), and 家庭人口、经济状况等重大变化 that are
 * to be reported (HT 三(一)2(1)).
 */
public enum ChangeKind {
    SUDDEN_EVENT(true),
    ACCIDENT(true),
    SERIOUS_ILLNESS(true),
    HOUSEHOLD_MEMBERS(false),
    INCOME(false),
    OTHER(true);

    private final boolean misfortune;

    ChangeKind(boolean misfortune) {
        this.misfortune = misfortune;
    }

    /** Whether the visit tier looks back at it: a 重大变故, as SJ names it; other changes are told, and do not raise it [A]. */
    public boolean isMisfortune() {
        return misfortune;
    }
}
