package org.jiuzhu.shared.view;

import org.jspecify.annotations.Nullable;

/** A number shown in part; {@code revealUrl} shows all of it for 30 seconds and leaves a record. */
public record Masked(String label, String masked, @Nullable String revealUrl) {}
