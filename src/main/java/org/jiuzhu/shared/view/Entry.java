package org.jiuzhu.shared.view;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a time line, newest first.
 *
 * @param kind {@code now next late done}
 * @param icon a symbol of {@code fragments/icons}
 * @param when when and who: 9月22日 10:05·何演练
 */
public record Entry(
        String kind,
        String icon,
        String title,
        String when,
        @Nullable String body,
        @Nullable String href,
        @Nullable String link) {}
