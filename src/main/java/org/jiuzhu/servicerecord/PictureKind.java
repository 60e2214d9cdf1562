package org.jiuzhu.servicerecord;

import java.nio.charset.StandardCharsets;

/** What a file is by its first bytes, whatever it is called. */
enum PictureKind {
    JPEG,
    PNG,
    PDF,
    HEIC,
    OTHER;

    private static final int LONGEST = 12;

    boolean isKept() {
        return this == JPEG || this == PNG;
    }

    static PictureKind of(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, LONGEST), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (start.contains("%PDF-")) {
            return PDF;
        }
        return start.startsWith("ftyphei", 4) || start.startsWith("ftypmif1", 4) ? HEIC : OTHER;
    }
}
