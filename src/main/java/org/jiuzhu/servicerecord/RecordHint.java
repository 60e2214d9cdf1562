package org.jiuzhu.servicerecord;

/** What is worth a second look on a record that is kept all the same. */
public enum RecordHint {
    /** A few words where the form asks for 尽量详实. */
    SHORT,
    /** None of 3a and 3b, which are optional. */
    UNTAGGED,
    /** 政策已覆盖还可救助 without the policy that covers already. */
    COVERED_BY_NOTHING
}
