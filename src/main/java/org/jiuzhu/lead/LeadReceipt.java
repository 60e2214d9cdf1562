package org.jiuzhu.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the source is told at once.
 *
 * @param repeated whether this ticket had been received before
 */
public record LeadReceipt(String number, LeadState status, @Nullable Instant replyDueAt, boolean repeated) {}
