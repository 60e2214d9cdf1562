package org.jiuzhu.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormLocalizerTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String SCHEMA =
            """
            {"type":"default","components":[
              {"type":"textfield","key":"idNumber","label":"身份证号","description":"十八位",
               "validate":{"pattern":"x","patternErrorMessage":"再看一遍"},
               "appearance":{"suffixAdorner":"元"},
               "properties":{"labelEn":"ID number","descriptionEn":"18 characters",
                 "patternErrorMessageEn":"Look again","suffixAdornerEn":"CNY"}},
              {"type":"datetime","key":"on","dateLabel":"日期","properties":{"labelEn":"Day"}},
              {"type":"dynamiclist","path":"items","components":[
                {"type":"radio","key":"how","label":"怎么办","properties":{"labelEn":"How"},
                 "values":[{"label":"转介","value":"REFERRAL","labelEn":"Refer"}]}]},
              {"type":"button","label":"提交","properties":{"labelEn":"Submit"}}]}""";

    private final FormLocalizer localizer = new FormLocalizer(FormCases.JSON);

    @Test
    void englishTakesThePlaceOfChineseWhereverFormJsLooks() {
        JsonNode form = localizer.form(SCHEMA, Locale.ENGLISH);

        JsonNode text = form.at("/components/0");
        assertThat(text.path("label").asText()).isEqualTo("ID number");
        assertThat(text.path("description").asText()).isEqualTo("18 characters");
        assertThat(text.at("/validate/patternErrorMessage").asText()).isEqualTo("Look again");
        assertThat(text.at("/appearance/suffixAdorner").asText()).isEqualTo("CNY");
        assertThat(form.at("/components/1/dateLabel").asText()).isEqualTo("Day");
        assertThat(form.at("/components/2/components/0/values/0/label").asText())
                .isEqualTo("Refer");
    }

    @Test
    void chineseStaysAsWritten() {
        assertThat(localizer
                        .form(SCHEMA, Locale.SIMPLIFIED_CHINESE)
                        .at("/components/0/label")
                        .asText())
                .isEqualTo("身份证号");
    }

    @Test
    void fieldsAreCalledAsOnTheForm() {
        assertThat(localizer.label(SCHEMA, "items[3].how", Locale.ENGLISH)).contains("How");
        assertThat(localizer.label(SCHEMA, "on", Locale.SIMPLIFIED_CHINESE)).contains("日期");
        assertThat(localizer.label(SCHEMA, "serviceRecord", Locale.SIMPLIFIED_CHINESE))
                .isEmpty();
        assertThat(localizer.submitLabel(SCHEMA, Locale.ENGLISH)).contains("Submit");
    }

    @Test
    void optionsOfTheServerBringTheirOwnEnglish() {
        JsonNode data = localizer.data(
                Map.of("households", List.of(Map.of("value", "NEW", "label", "新登记一户", "labelEn", "A new household"))),
                Locale.ENGLISH);

        assertThat(data.at("/households/0/label").asText()).isEqualTo("A new household");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsCompleteInEnglish(Path file) throws IOException {
        JsonNode form = localizer.form(Files.readString(file), Locale.ENGLISH);

        assertThat(shown(form).filter(text -> CHINESE.matcher(text).find())).isEmpty();
    }

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).toList();
        }
    }

    private static Stream<String> shown(JsonNode node) {
        return Stream.concat(
                node.properties().stream()
                        .filter(entry -> !entry.getKey().equals("properties"))
                        .map(Map.Entry::getValue)
                        .flatMap(value -> value.isTextual() ? Stream.of(value.asText()) : shown(value)),
                node.isArray() ? node.valueStream().flatMap(FormLocalizerTest::shown) : Stream.empty());
    }
}
