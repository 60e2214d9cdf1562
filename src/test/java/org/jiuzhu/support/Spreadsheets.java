package org.jiuzhu.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a spreadsheet file says, without its packing. */
public final class Spreadsheets {

    private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-fA-F]+);");

    private Spreadsheets() {}

    /** All of its parts as they are written. */
    public static String text(byte[] book) throws IOException {
        Path file = Files.write(Files.createTempFile("book", ".xlsx"), book);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return CHARACTER.matcher(all).replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }
}
