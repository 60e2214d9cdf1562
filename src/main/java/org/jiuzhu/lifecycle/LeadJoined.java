package org.jiuzhu.lifecycle;

import java.time.Instant;
import org.jiuzhu.shared.Urgency;

/** A further lead about a household that already has an active case; the strictest urgency wins. */
public record LeadJoined(long leadId, long householdId, Urgency urgency, Instant receivedAt) {}
