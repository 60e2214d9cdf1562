package org.jiuzhu.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A telephone number in its normal form: a mobile of 11 digits, a landline as {@code 021-12345678}, or a short number
 * such as 12345. It prints masked; {@link #value()} is for storage and for whoever may call.
 */
public record Phone(String value) {

    public enum Kind {
        MOBILE,
        LANDLINE,
        SHORT
    }

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0[12]\\d|0[3-9]\\d{2})-?(\\d{7,8})");
    private static final Pattern SHORT = Pattern.compile("\\d{3,6}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s()]+");
    private static final Pattern DASH = Pattern.compile("\\p{Pd}");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086)-?");

    public Phone {
        if (!isMobile(value) && !isShort(value) && !LANDLINE.matcher(value).matches()) {
            throw new InvalidValue("shared.phone.form");
        }
    }

    /**
     * Reads what somebody typed: spaces, brackets, dashes, full-width digits and +86 are normalised.
     *
     * @throws InvalidValue when it is no telephone number
     */
    public static Phone parse(String text) {
        var plain = PUNCTUATION
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        plain = COUNTRY.matcher(DASH.matcher(plain).replaceAll("-")).replaceFirst("");
        var landline = LANDLINE.matcher(plain);
        if (landline.matches()) {
            return new Phone(landline.group(1) + "-" + landline.group(2));
        }
        return new Phone(plain.replace("-", ""));
    }

    public Kind kind() {
        if (isMobile(value)) {
            return Kind.MOBILE;
        }
        return isShort(value) ? Kind.SHORT : Kind.LANDLINE;
    }

    /** {@code 138****5678} or {@code 021-****5678}; a short number is public and stays. */
    public String masked() {
        return switch (kind()) {
            case MOBILE -> value.substring(0, 3) + "****" + value.substring(7);
            case LANDLINE -> value.substring(0, value.indexOf('-') + 1) + "****" + value.substring(value.length() - 4);
            case SHORT -> value;
        };
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean isMobile(String value) {
        return MOBILE.matcher(value).matches();
    }

    private static boolean isShort(String value) {
        return SHORT.matcher(value).matches();
    }
}
