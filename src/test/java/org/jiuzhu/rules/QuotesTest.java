package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row quotes in 「」 stands in the notice it names, word for word; line breaks and spaces apart. */
class QuotesTest {

    private static final Map<String, String> NOTICES =
            Stream.of("CS", "CN", "SJ", "PT", "HT").collect(Collectors.toMap(Function.identity(), QuotesTest::notice));
    private static final Pattern NAMED = Pattern.compile("\\b(CS|CN|SJ|PT|HT)(?=[ (])");
    private static final Pattern QUOTE = Pattern.compile("「([^」]*)」");

    static List<String> tables() {
        return Table.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aRowQuotesEachNoticeItNames(String id) {
        assertThat(Table.of(id).rules()).allSatisfy(rule -> assertThat(problem(description(rule), sources(rule)))
                .as(rule.getId())
                .isEmpty());
    }

    @Test
    void aWrongWordAForeignNoticeAndAMissingQuoteAreSeen() {
        assertThat(problem("「对高风险对象每月走访不少于 1次」。", "SJ 三(一)")).isEmpty();
        assertThat(problem("「对高风险对象每月走访不少于两次」。", "SJ 三(一)")).contains("not in");
        assertThat(problem("「对高风险对象每月走访不少于1次」。", "PT(九)")).contains("not in");
        assertThat(problem("每月一次。", "SJ 三(一)")).contains("quotes nothing of SJ");
    }

    private static String problem(String description, String sources) {
        List<String> named = NAMED.matcher(sources)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        List<String> quotes = QUOTE.matcher(description)
                .results()
                .map(found -> plain(found.group(1)))
                .toList();
        List<String> where = named.isEmpty() ? List.copyOf(NOTICES.keySet()) : named;
        for (String quote : quotes) {
            if (where.stream().noneMatch(notice -> NOTICES.get(notice).contains(quote))) {
                return quote + " is not in " + where;
            }
        }
        return named.stream()
                .filter(notice -> quotes.stream().noneMatch(NOTICES.get(notice)::contains))
                .map(notice -> "quotes nothing of " + notice)
                .collect(Collectors.joining());
    }

    private static String description(Rule rule) {
        return rule.getDescription().getTextContent();
    }

    private static String sources(Rule rule) {
        return rule.getOutputEntries().stream()
                .map(entry -> entry.getText().getTextContent())
                .collect(Collectors.joining(" "));
    }

    private static String notice(String name) {
        try {
            return plain(Files.readString(Path.of("src/test/resources/notices", name + ".txt")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
