package org.jiuzhu.lifecycle;

import java.time.Instant;
import org.jiuzhu.shared.Urgency;

/** Triage found that a lead needs a case of its own. The receiver opens it in the same transaction. */
public record LeadAccepted(
        long leadId, long householdId, long personId, String orgCode, Urgency urgency, Instant receivedAt) {}
