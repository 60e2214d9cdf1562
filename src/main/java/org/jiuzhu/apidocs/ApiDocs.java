package org.jiuzhu.apidocs;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Parameters and answers are read from the code; what they mean, and what errors look like, from {@code openapi.yml}. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    private static final String PROBLEM = "application/problem+json";

    /** What may go wrong everywhere; which of it an operation means in particular stands in its description. */
    private static final Map<String, String> ERRORS = Map.of(
            "401", "Nobody is logged in.",
            "403", "Not for this account.",
            "404", "It does not exist, or lies outside the caller's scope.",
            "409", "Somebody else was first, or it has moved on.",
            "422", "Some fields do not hold; each is named.");

    @Bean
    OpenApiCustomizer apiDescription() throws IOException {
        OpenAPI written;
        try (InputStream file = new ClassPathResource("openapi.yml").getInputStream()) {
            written = Yaml31.mapper().readValue(file, OpenAPI.class);
        }
        return found -> describe(found, written);
    }

    private static void describe(OpenAPI found, OpenAPI written) {
        found.setInfo(written.getInfo());
        found.setServers(List.of(new Server().url("/").description("This installation")));
        found.getComponents()
                .addSchemas("Problem", written.getComponents().getSchemas().get("Problem"))
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        found.setSecurity(
                List.of(new SecurityRequirement().addList("basic"), new SecurityRequirement().addList("bearer")));
        found.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            operation.setTags(null);
            operation(written, path, method).ifPresent(words -> describe(operation, words));
            errors(operation);
        }));
        List<String> used = found.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .flatMap(operation -> Optional.ofNullable(operation.getTags()).stream())
                .flatMap(List::stream)
                .toList();
        found.setTags(written.getTags().stream()
                .filter(tag -> used.contains(tag.getName()))
                .toList());
    }

    private static Optional<Operation> operation(OpenAPI written, String path, PathItem.HttpMethod method) {
        return Optional.ofNullable(written.getPaths().get(path))
                .map(PathItem::readOperationsMap)
                .map(operations -> operations.get(method));
    }

    private static void describe(Operation operation, Operation words) {
        operation.setTags(words.getTags());
        operation.setSummary(words.getSummary());
        operation.setDescription(words.getDescription());
        if (words.getParameters() != null && operation.getParameters() != null) {
            words.getParameters().forEach(said -> operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals(said.getName()))
                    .forEach(parameter -> describe(parameter, said)));
        }
        if (words.getRequestBody() != null && operation.getRequestBody() != null) {
            Object example = example(words.getRequestBody().getContent());
            operation.getRequestBody().getContent().values().forEach(content -> content.setExample(example));
        }
    }

    private static void describe(Parameter parameter, Parameter said) {
        parameter.setDescription(said.getDescription());
    }

    private static @Nullable Object example(Content content) {
        return content.values().stream().map(MediaType::getExample).findFirst().orElse(null);
    }

    private static void errors(Operation operation) {
        ApiResponses responses = operation.getResponses();
        ERRORS.forEach((status, description) -> responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(description)
                        .content(new Content()
                                .addMediaType(
                                        PROBLEM,
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))))));
    }
}
