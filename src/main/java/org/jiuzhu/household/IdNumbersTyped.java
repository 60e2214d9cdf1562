package org.jiuzhu.household;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An identity number as somebody types it into a search: full width, spaces and a lower-case x are forgiven. */
final class IdNumbersTyped {

    private static final Pattern WHOLE = Pattern.compile("\\d{17}[\\dX]");

    private IdNumbersTyped() {}

    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    static boolean isWhole(String normalised) {
        return WHOLE.matcher(normalised).matches();
    }
}
