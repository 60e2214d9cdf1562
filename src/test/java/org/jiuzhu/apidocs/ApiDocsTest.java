package org.jiuzhu.apidocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the API says of itself. */
@JiuzhuTest
class ApiDocsTest {

    private static final UserRequestPostProcessor SOMEBODY = user("lu.shifan").roles("stationLead");
    private static final UserRequestPostProcessor MACHINE = user("hotline12345").roles("hotlineClient");
    private static final String API = "/api/v1/";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyOperationIsDescribedAndNothingElse() throws IOException {
        assertThat(described()).isEqualTo(operationsOfTheCode()).hasSizeGreaterThan(15);
        written().getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> {
            assertThat(operation.getSummary()).as(path).isNotBlank();
            assertThat(operation.getDescription()).as(path).isNotBlank();
            assertThat(operation.getTags()).as(path).hasSize(1);
        }));
    }

    @Test
    void eachSaysWhatItAnswersAndWhatErrorsLookLike() throws IOException {
        JsonNode docs = json.readTree(text(get("/v3/api-docs", SOMEBODY)));

        assertThat(docs.at("/components/schemas/Problem/properties/fields/type").asText())
                .isEqualTo("array");
        Set<String> shown = new TreeSet<>();
        docs.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    shown.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    JsonNode said = operation.getValue();
                    assertThat(said.path("summary").asText()).as(path.getKey()).isNotBlank();
                    assertThat(said.path("description").asText())
                            .as(path.getKey())
                            .isNotBlank();
                    for (String status : Set.of("401", "403", "404", "409", "422")) {
                        assertThat(said.at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .as(path.getKey())
                                .isEqualTo("#/components/schemas/Problem");
                    }
                }));
        assertThat(shown).isEqualTo(described());
        assertThat(docs.at("/paths/~1api~1v1~1profile-previews/get/parameters/0/description")
                        .asText())
                .contains("street or a committee");
    }

    @Test
    void onlyWhoeverIsLoggedInReadsThem() {
        for (String path :
                Set.of("/v3/api-docs", "/v3/api-docs/swagger-config", "/swagger-ui/index.html", "/api-docs")) {
            assertThat(mvc.get().uri(path)).as(path).hasStatus3xxRedirection().hasRedirectedUrl("/login");
            assertThat(mvc.get().uri(path).with(MACHINE)).as(path).hasStatus(403);
        }
    }

    /** The content security policy lets only files of our own run. */
    @Test
    void thePageHasNoScriptOfItsOwnWithin() {
        MvcTestResult page = get("/swagger-ui/index.html", SOMEBODY);

        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(text(page)).contains("swagger-initializer.js").doesNotContainPattern("<script(?![^>]*src=)[^>]*>");
        assertThat(text(get("/swagger-ui/swagger-initializer.js", SOMEBODY))).contains("/v3/api-docs/swagger-config");
    }

    private static OpenAPI written() throws IOException {
        try (InputStream file = new ClassPathResource("openapi.yml").getInputStream()) {
            return Yaml31.mapper().readValue(file, OpenAPI.class);
        }
    }

    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        written().getPaths().forEach((path, item) -> item.readOperationsMap()
                .keySet()
                .forEach(method -> described.add(method + " " + path)));
        return described;
    }

    private Set<String> operationsOfTheCode() {
        Set<String> operations = new TreeSet<>();
        handlers.getHandlerMethods().keySet().forEach(handler -> handler.getPatternValues().stream()
                .filter(path -> path.startsWith(API))
                .forEach(path ->
                        handler.getMethodsCondition().getMethods().forEach(verb -> operations.add(verb + " " + path))));
        return operations;
    }

    private MvcTestResult get(String uri, UserRequestPostProcessor reader) {
        MvcTestResult answer = mvc.get().uri(uri).with(reader).exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return answer;
    }

    private static String text(MvcTestResult response) {
        return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
