package org.jiuzhu.household;

/**
 * Something that the visit tier may rest on is different for somebody: registered, described anew, a major change, a
 * standing, another place. Published in the changing transaction.
 *
 * @param why a code for the plan's history: {@code ENTERED}, {@code FACTS}, {@code EVENT}, {@code DEATH},
 *     {@code MOVED}, {@code OPTED_OUT}
 */
public record FactsChanged(long personId, String why) {}
