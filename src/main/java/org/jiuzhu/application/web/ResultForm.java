package org.jiuzhu.application.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** forms/application/enter-result.form, which belongs to a page and to no task. */
@Component
class ResultForm {

    private final String schema;

    ResultForm() {
        try {
            this.schema = new ClassPathResource("forms/application/enter-result.form")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String schema() {
        return schema;
    }
}
