package org.jiuzhu.rules;

import java.util.Set;

/**
 * The tier that the facts suggest; a person decides.
 *
 * @param reason message key {@code rules.tier.reason.<reason>}
 * @param dataGap the unknown facts on which the tier depends, by the names of the table's inputs
 */
public record TierAdvice(Tier tier, String reason, Set<String> dataGap, Ruling ruling) {}
