package org.jiuzhu.shared;

import java.util.Arrays;

/** Sex by GB/T 2261.1. */
public enum Sex {
    UNKNOWN(0),
    MALE(1),
    FEMALE(2),
    NOT_STATED(9);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Sex ofCode(int code) {
        return Arrays.stream(values())
                .filter(sex -> sex.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No sex has the code " + code));
    }
}
