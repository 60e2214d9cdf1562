package org.jiuzhu.resource;

import java.util.Arrays;
import java.util.List;

/** 政策库、资源库、项目库 (CS 四(三), R11). */
public enum Library {
    POLICY("ZC"),
    RESOURCE("ZY"),
    PROJECT("XM");

    private final String prefix;

    Library(String prefix) {
        this.prefix = prefix;
    }

    /** {@code ZC-0012}. */
    String code(long number) {
        return "%s-%04d".formatted(prefix, number);
    }

    /** What an entry of this library may be; policies are not told apart. */
    public List<EntryKind> kinds() {
        return Arrays.stream(EntryKind.values())
                .filter(kind -> kind.library() == this)
                .toList();
    }
}
