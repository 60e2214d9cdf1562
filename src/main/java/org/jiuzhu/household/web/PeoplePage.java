package org.jiuzhu.household.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code household/people.html} shows.
 *
 * @param shown people on this page and those before it
 * @param total how many there are; a plus behind it where counting stopped
 */
public record PeoplePage(String q, List<PersonRow> rows, int shown, String total, @Nullable String nextKey) {

    public record PersonRow(
            String href,
            String name,
            String about,
            @Nullable String tier,
            @Nullable String tags,
            String address,
            String committee,
            @Nullable String caseNumber,
            @Nullable String caseHref) {}
}
