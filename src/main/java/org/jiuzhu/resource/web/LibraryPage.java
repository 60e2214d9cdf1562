package org.jiuzhu.resource.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code resource/libraries.html} shows.
 *
 * @param library the open tab
 * @param domain the chosen domain, or empty for all
 * @param street the chosen street, or empty for all
 * @param newHref null for those who do not write here
 */
record LibraryPage(
        String library,
        String q,
        String domain,
        String street,
        boolean past,
        List<String> domains,
        List<Choice> streets,
        List<Row> rows,
        long total,
        @Nullable String next,
        @Nullable String newHref) {

    record Choice(String code, String name) {}

    /** @param state in force, expired or not yet */
    record Row(
            String href,
            String name,
            String summary,
            String domain,
            @Nullable String kind,
            String area,
            String validity,
            String state,
            String contact) {}
}
