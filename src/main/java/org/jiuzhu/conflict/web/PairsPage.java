package org.jiuzhu.conflict.web;

import java.util.List;
import java.util.Map;
import org.jiuzhu.conflict.Kinship;
import org.jspecify.annotations.Nullable;

/**
 * What {@code conflict/pairs.html} shows: who is related to which resident, and what was tried.
 *
 * @param colleagues for whom the reader may declare; empty for an inspector
 * @param problems of the form for one more
 * @param endProblems of the form that ends the pair {@code wrong}
 */
record PairsPage(
        List<Row> rows,
        @Nullable Long next,
        List<Colleague> colleagues,
        FilingForm form,
        List<Kinship> kinships,
        Map<String, String> problems,
        Map<String, String> endProblems,
        @Nullable Long wrong,
        @Nullable String reason,
        String today) {

    record Colleague(String username, String name) {}

    /** @param residentHref null where the resident is not registered, or not the reader's to see */
    record Row(
            long id,
            String consultant,
            String org,
            String street,
            String resident,
            @Nullable String idNumber,
            @Nullable String residentHref,
            String relation,
            String since,
            String state,
            String stateText,
            @Nullable String ended,
            int refused,
            @Nullable String refusedAt,
            boolean mayEnd) {}
}
