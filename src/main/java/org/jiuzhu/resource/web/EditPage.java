package org.jiuzhu.resource.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the form {@code resource/edit.html}.
 *
 * @param code null for a new entry
 * @param streets those the writer writes for
 * @param district whether the writer writes for the whole district too
 */
record EditPage(
        String library,
        @Nullable String code,
        String action,
        String back,
        List<String> domains,
        List<String> kinds,
        List<LibraryPage.Choice> streets,
        boolean district) {}
