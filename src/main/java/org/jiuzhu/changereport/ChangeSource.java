package org.jiuzhu.changereport;

import org.jiuzhu.shared.Actor;

/** Who reports a change (HT 三(一)2(1): the resident's own duty, the point's regular calls; CS 二(二): informants). */
public enum ChangeSource {
    CONSULTANT,
    INFORMANT,
    MACHINE;

    static ChangeSource of(Actor by) {
        if (by.has("hotlineClient")) {
            return MACHINE;
        }
        return by.has("informant") ? INFORMANT : CONSULTANT;
    }
}
