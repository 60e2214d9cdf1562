package org.jiuzhu.resource.web;

import java.util.List;
import org.jiuzhu.shared.view.Fact;
import org.jspecify.annotations.Nullable;

/** What {@code resource/entry.html} shows: an entry as it holds today, and every version of it. */
record EntryPage(
        String library,
        String code,
        String name,
        String summary,
        String state,
        List<Fact> facts,
        List<Version> versions,
        @Nullable String changeHref) {

    record Version(int number, String name, String validity, String state, String written, String summary) {}
}
