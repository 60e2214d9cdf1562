package org.jiuzhu.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A name in the one form it is kept and compared in: the separator of names in several parts is ·, however it was
 * typed; a blank that only widens a table is gone; rare characters stay as they are.
 */
public final class PersonName {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00A0]+");
    private static final Pattern DOTS = Pattern.compile(" *[·•・･‧∙⋅●⸱˙] *");
    private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{IsHan}) *[.．。｡] *(?=\\p{IsHan})");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    private PersonName() {}

    public static String of(String typed) {
        String name =
                UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
        name = BLANKS.matcher(name).replaceAll(" ").strip();
        name = DOTS.matcher(name).replaceAll("·");
        name = FULL_STOP.matcher(name).replaceAll("·");
        return BETWEEN_HAN.matcher(name).replaceAll("");
    }
}
