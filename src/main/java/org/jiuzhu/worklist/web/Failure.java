package org.jiuzhu.worklist.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 says it and the error page shows it.
 *
 * @param title what happened
 * @param detail what to do now
 * @param kept true if what the user wrote is stored as a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Failure(int status, String title, String detail, @Nullable Boolean kept, @Nullable List<Field> fields) {

    /** @param label what the form calls the field; missing where the form has no such field */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(String field, @Nullable String label, String message) {}
}
