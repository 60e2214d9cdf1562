package org.jiuzhu.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A citizen's identity number (GB 11643): 18 characters in their normal form, an upper-case X, a real birth date and
 * a matching check character. It prints masked; {@link #value()} is for storage only.
 */
public record IdNumber(String value) {

    /** Region of made-up people; no real number has it. */
    public static final String TEST_REGION = "999999";

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public IdNumber {
        if (value.length() != 18) {
            throw new InvalidValue("shared.idNumber.length", value.length());
        }
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("shared.idNumber.characters");
        }
        birthDate(value);
        if (value.charAt(17) != checkCharacter(value)) {
            throw new InvalidValue("shared.idNumber.checksum");
        }
    }

    /**
     * Reads what somebody typed: spaces, full-width characters and a lower-case x are normalised.
     *
     * @param today nobody is born later
     * @param allowTestIds whether made-up people of region 999999 are accepted
     * @throws InvalidValue when it is no identity number
     */
    public static IdNumber parse(String text, LocalDate today, boolean allowTestIds) {
        var number = new IdNumber(normalised(text));
        if (number.isTest() && !allowTestIds) {
            throw new InvalidValue("shared.idNumber.testRegion");
        }
        if (number.birthDate().isAfter(today)) {
            throw new InvalidValue("shared.idNumber.future");
        }
        return number;
    }

    /** The check character that belongs to the first 17 digits. */
    public static char checkCharacter(String first17) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first17.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    /** Full years on a day; somebody born on 29 February grows older on 1 March. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Where the number was first issued: historic, and not the current residence. */
    public String region() {
        return value.substring(0, 6);
    }

    public boolean isTest() {
        return region().equals(TEST_REGION);
    }

    /** Region and last four characters, as in {@code 110105********002X}. */
    public String masked() {
        return region() + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static String normalised(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    private static LocalDate birthDate(String value) {
        try {
            return LocalDate.parse(value.substring(6, 14), DATE);
        } catch (DateTimeException e) {
            throw new InvalidValue("shared.idNumber.birthDate");
        }
    }
}
