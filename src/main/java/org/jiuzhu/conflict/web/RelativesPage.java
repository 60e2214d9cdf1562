package org.jiuzhu.conflict.web;

import java.util.List;
import java.util.Map;
import org.jiuzhu.conflict.Kinship;
import org.jspecify.annotations.Nullable;

/**
 * What {@code conflict/relatives.html} shows: somebody's own relatives on file, and the form for one more.
 *
 * @param required whether the place's rule demands the filing, and which source says so
 * @param inspects whether the reader also looks at those of others
 */
record RelativesPage(
        List<Row> rows,
        FilingForm form,
        List<Kinship> kinships,
        Map<String, String> problems,
        boolean required,
        @Nullable String source,
        boolean inspects) {

    /**
     * @param state met while in force, else cancelled
     * @param ended why and when, null while in force
     */
    record Row(
            String name,
            @Nullable String idNumber,
            String relation,
            String since,
            String declared,
            String state,
            String stateText,
            @Nullable String ended) {}
}
