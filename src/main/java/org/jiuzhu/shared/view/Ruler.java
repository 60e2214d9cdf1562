package org.jiuzhu.shared.view;

import org.jspecify.annotations.Nullable;

/**
 * The period ruler (期尺): where today stands in a period, on a scale of 200.
 *
 * @param now where today is, from 0 to 200
 * @param remind from where on it is reminded of; null where it is not
 * @param label what it shows, in words
 */
public record Ruler(int now, @Nullable Integer remind, String label) {

    public static final int LENGTH = 200;
}
