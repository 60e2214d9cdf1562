package org.jiuzhu.household;

/**
 * Somebody in a household now.
 *
 * @param relation the name of a {@link Relation}
 */
public record Member(Person person, String relation, boolean livesTogether) {}
