package org.jiuzhu.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.jiuzhu.support.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same cases as on the server, through the form-js of our pages in a real browser. */
class FormCasesInChromiumTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-28T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final String BUNDLE =
            """
            import { build } from 'esbuild';
            await build({
              entryPoints: ['../../test/web/form-cases.ts'], outfile: '%s', bundle: true, nodePaths: ['node_modules'],
              alias: { flatpickr: './islands/form/no-calendar.ts' }, jsx: 'automatic', jsxImportSource: 'preact',
            });
            """;
    private static Chromium chromium;
    private static Page page;
    private static final List<String> broken = new CopyOnWriteArrayList<>();

    private final FormRules rules = new FormJsRules(FormCases.JSON, new Feel(CLOCK), CLOCK);

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Path bundle = bundle();
        chromium = Chromium.start();
        page = chromium.person(1280, 800).newPage();
        page.onPageError(broken::add);
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(bundle));
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static List<FormCases.Case> cases() {
        return FormCases.all().stream().filter(c -> !c.onlyForServer()).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theBrowserSays(FormCases.Case given) {
        var said = problems(run(given));

        assertThat(broken).isEmpty();
        assertThat(said).isEqualTo(given.problemsInBrowser());
    }

    @ParameterizedTest
    @MethodSource("cases")
    @SuppressWarnings("unchecked")
    void whatTheBrowserPostsTheServerKeeps(FormCases.Case given) {
        JsonNode accepted = given.json().path("accepted");
        if (accepted.isMissingNode() || given.json().has("browser")) {
            return;
        }
        Map<String, Object> posted = FormCases.JSON.convertValue(run(given).path("posted"), Map.class);

        var kept = rules.check(given.schema(), posted, given.data()).values();

        assertThat(FormCases.JSON.<JsonNode>valueToTree(kept).toString()).isEqualTo(accepted.toString());
    }

    private static JsonNode run(FormCases.Case given) {
        var input = Map.of("schema", FormCases.plain(given.schema()), "data", given.data(), "answers", given.answers());
        return FormCases.JSON.valueToTree(page.evaluate("input => run(input)", input));
    }

    private static Map<String, List<String>> problems(JsonNode answer) {
        Map<String, List<String>> problems = new TreeMap<>();
        answer.path("problems")
                .properties()
                .forEach(entry -> problems.put(
                        entry.getKey(),
                        StreamSupport.stream(entry.getValue().spliterator(), false)
                                .map(JsonNode::asText)
                                .toList()));
        return problems;
    }

    /** The test's entry with the island's sources, bundled by the pages' own bundler. */
    private static Path bundle() throws IOException, InterruptedException {
        Path bundle = Path.of("target/form-cases.js").toAbsolutePath();
        Process esbuild = new ProcessBuilder("node", "--input-type=module", "--eval", BUNDLE.formatted(bundle))
                .directory(Path.of("src/main/web").toFile())
                .inheritIO()
                .start();
        assertThat(esbuild.waitFor()).as("esbuild's exit").isZero();
        return bundle;
    }
}
