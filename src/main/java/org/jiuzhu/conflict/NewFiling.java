package org.jiuzhu.conflict;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A relative as somebody declares them at a desk.
 *
 * @param sinceOn null for today
 */
public record NewFiling(
        @Nullable String name, @Nullable String idNumber, @Nullable Kinship relation, @Nullable LocalDate sinceOn) {}
