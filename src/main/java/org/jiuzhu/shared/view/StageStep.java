package org.jiuzhu.shared.view;

import org.jspecify.annotations.Nullable;

/** @param state {@code done here later} */
public record StageStep(String label, String state, @Nullable String note) {}
