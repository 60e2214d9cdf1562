package org.jiuzhu.changereport.web;

import java.util.List;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.Fact;
import org.jspecify.annotations.Nullable;

/** What {@code changereport/change.html} shows. */
record ChangePage(
        String number,
        String title,
        String urgency,
        boolean open,
        String state,
        String story,
        @Nullable String findings,
        String personName,
        String personHref,
        List<Fact> reported,
        List<Fact> found,
        List<Entry> timeline) {}
