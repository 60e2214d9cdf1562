package org.jiuzhu.lifecycle;

/**
 * A visit found that something has changed for somebody; the stage that keeps change reports makes one of it.
 *
 * @param recordNumber the service record that tells of it
 * @param emergency whether somebody's life or safety is in danger
 */
public record ChangeFound(long personId, long householdId, String recordNumber, boolean emergency, String foundBy) {}
