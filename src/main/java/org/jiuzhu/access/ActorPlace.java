package org.jiuzhu.access;

/**
 * Somebody's place in the network, from the register.
 *
 * @param mayAct whether the register lets the account take tasks now (a consultant whose filing is in force)
 */
public record ActorPlace(String displayName, String orgCode, String orgName, boolean mayAct) {}
