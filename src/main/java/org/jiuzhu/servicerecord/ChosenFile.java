package org.jiuzhu.servicerecord;

import java.util.function.Supplier;

/**
 * A file that somebody chose as a picture.
 *
 * @param name as the person sees it
 * @param size in bytes
 * @param bytes read when they are looked at: nine photos at once would be too many for the memory
 */
public record ChosenFile(String name, long size, Supplier<byte[]> bytes) {

    private static final int LONGEST_NAME = 60;

    public ChosenFile {
        name = shown(name);
    }

    /** Without folders and without what turns a line around; a long name keeps its end. */
    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        int most = last.codePointCount(0, last.length()) - LONGEST_NAME;
        return most <= 0 ? last : "…" + last.substring(last.offsetByCodePoints(0, most));
    }
}
