package org.jiuzhu.shared.view;

import org.jspecify.annotations.Nullable;

/**
 * A deadline in words.
 *
 * @param state {@code upcoming due overdue met attempted missed cancelled}, as the style sheets name it
 * @param text the chip: 还有 2 天
 * @param detail the exact date beside it: 9月30日 24:00 到期
 */
public record Due(String state, String text, @Nullable String detail) {}
