package org.jiuzhu.assessment;

import jakarta.persistence.Embeddable;

/**
 * What a rule suggests to the person who decides.
 *
 * @param value a code, {@code HIGH} or {@code PF_POTENTIAL}
 * @param reason the code of the rule's reason
 * @param source the notice's section, or {@code assumption}
 */
@Embeddable
public record Advice(String value, String reason, String source) {}
