package org.jiuzhu.shared;

/** The product's modes; {@code jiuzhu.mode}. */
public enum Mode {
    DEMO,
    PRODUCTION,
    TEST;

    /** Demo users, demo clock and identity numbers of the test region 999999. */
    public boolean allowsTestData() {
        return this != PRODUCTION;
    }
}
