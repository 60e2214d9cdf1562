package org.jiuzhu.application.web;

import java.util.List;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What {@code application/application.html} shows.
 *
 * @param state a due state's name, as the style sheets have it
 * @param note what whoever reads must know first: an exception to the commitment
 * @param resultHref where the result letter is entered; null for whoever may not
 */
record ApplicationPage(
        String number,
        String title,
        String state,
        String stateText,
        String caseHref,
        @Nullable String note,
        List<Fact> facts,
        Subject subject,
        @Nullable String resultHref) {}
