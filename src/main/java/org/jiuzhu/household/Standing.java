package org.jiuzhu.household;

/** Whether somebody is still one of ours: only an active person is visited. */
public enum Standing {
    ACTIVE,
    DECEASED,
    MOVED_OUT,
    OPTED_OUT
}
