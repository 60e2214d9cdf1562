package org.jiuzhu.shared;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a name is found by, compared for equality: the name, each of its characters, its pinyin from the beginning
 * (zhang, zhangsan, zhangsanfeng), each syllable, and its initials. A surname that families read in two ways is found by
 * both. Names of several parts, as in 阿不都·热合曼, are also found by each part; a rare character without a known reading
 * is found by itself.
 */
public final class NameTokens {

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin/Names");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s·•・‧∙⋅●.．\\-]+");
    private static final Pattern TONES = Pattern.compile("[\\p{Mn}&&[^\\u0308]]");
    private static final Pattern DIAERESIS = Pattern.compile("u\\u0308");

    /** Readings that ICU does not have, of characters in use as names. */
    private static final Map<String, String> RARE = Map.of("\uD842\uDFB7", "ji", "㐂", "xi");

    private NameTokens() {}

    /** What lists are sorted by: the pinyin, the surname as it is read most. */
    public static String sortKey(String name) {
        List<String> parts = parts(name);
        return parts.stream()
                .flatMap(part -> readings(part, parts.size() == 1).get(0).stream())
                .map(syllable -> DIAERESIS.matcher(syllable).replaceAll("u"))
                .collect(Collectors.joining(" "));
    }

    /** The tokens to store with a name; never empty unless the name is. */
    public static Set<String> of(String name) {
        var tokens = new LinkedHashSet<String>();
        var parts = parts(name);
        tokens.add(String.join("", parts));
        for (var part : parts) {
            tokens.add(part);
            hanCharacters(part).forEach(tokens::add);
            readings(part, parts.size() == 1).forEach(reading -> addPinyin(tokens, reading));
        }
        if (parts.size() > 1) {
            addPinyin(
                    tokens,
                    parts.stream().flatMap(part -> syllables(part).stream()).toList());
        }
        tokens.remove("");
        return tokens;
    }

    /** The tokens that a searched name must have all of: what is typed in Latin is one token, Han is one each. */
    public static Set<String> ofQuery(String query) {
        var tokens = new LinkedHashSet<String>();
        for (var part : parts(query)) {
            var han = hanCharacters(part);
            if (han.isEmpty()) {
                tokens.add(part);
            } else {
                tokens.addAll(han);
            }
        }
        return tokens;
    }

    private static void addPinyin(Set<String> tokens, List<String> syllables) {
        for (var spelling : List.of("v", "u")) {
            var beginning = new StringBuilder();
            var initials = new StringBuilder();
            for (var syllable : syllables) {
                var plain = DIAERESIS.matcher(syllable).replaceAll(spelling);
                tokens.add(plain);
                tokens.add(beginning.append(plain).toString());
                initials.appendCodePoint(plain.codePointAt(0));
            }
            tokens.add(initials.toString());
        }
    }

    private static List<String> parts(String name) {
        var plain =
                Normalizer.normalize(PersonName.of(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var parts = new ArrayList<>(List.of(SEPARATORS.split(plain)));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static List<String> hanCharacters(String part) {
        return part.codePoints()
                .filter(Character::isIdeographic)
                .mapToObj(Character::toString)
                .toList();
    }

    /** The syllables of a part in each way it may be read; in a Han name of one part the surname comes first. */
    private static List<List<String>> readings(String part, boolean whole) {
        List<String> syllables = syllables(part);
        boolean han = hanCharacters(part).size() == syllables.size();
        var surname = Surnames.of(part);
        if (!whole || !han || surname.spellings().isEmpty()) {
            return List.of(syllables);
        }
        List<String> given = syllables.subList(surname.length(), syllables.size());
        return surname.spellings().stream()
                .map(spelling -> Stream.concat(Stream.of(spelling.split(" ")), given.stream())
                        .toList())
                .toList();
    }

    private static List<String> syllables(String part) {
        var latin = TONES.matcher(Normalizer.normalize(PINYIN.transliterate(part), Normalizer.Form.NFD))
                .replaceAll("");
        return Arrays.stream(latin.split("\\s+"))
                .filter(syllable -> !syllable.isEmpty())
                .map(syllable -> RARE.getOrDefault(syllable, syllable))
                .toList();
    }
}
