package org.jiuzhu.rulebook;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiuzhu.rules.NoRule;
import org.jiuzhu.rules.Notices;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Component;

/** Reads a row's source: which notices it names, whether they are the place's own, and how people call them. */
@Component
public class Sources {

    /** {@code SJ} in {@code SJ 二(一)} and in {@code PT(九)}. */
    private static final Pattern NOTICE = Pattern.compile("(?<![A-Z])[A-Z]{2}(?=[ (])");

    private final Notices notices;
    private final Words words;

    Sources(Notices notices, Words words) {
        this.notices = notices;
        this.words = words;
    }

    /** The short names of the notices on which these profiles rest. */
    public Set<String> noticesOf(Collection<String> profiles) {
        return profiles.stream()
                .flatMap(profile -> named(sourceOf(profile)).stream())
                .collect(Collectors.toSet());
    }

    public Standing standing(String source, Set<String> ownNotices) {
        if (source.equals(Ruling.ASSUMPTION)) {
            return Standing.ASSUMED;
        }
        List<String> named = named(source);
        return named.isEmpty() || named.stream().anyMatch(ownNotices::contains) ? Standing.STATED : Standing.ADOPTED;
    }

    /** {@code 松江区 沪松民〔2024〕33 号 二(一)}. */
    public String say(String source) {
        if (source.equals(Ruling.ASSUMPTION)) {
            return words.say("rules.source.assumption");
        }
        return NOTICE.matcher(source)
                .replaceAll(found -> words.sayOr("rules.source." + found.group(), found.group())
                        + (source.startsWith("(", found.end()) ? " " : ""));
    }

    private static List<String> named(String source) {
        return NOTICE.matcher(source).results().map(MatchResult::group).toList();
    }

    private String sourceOf(String profile) {
        try {
            return notices.of(profile).ruling().source();
        } catch (NoRule unknown) {
            return "";
        }
    }
}
