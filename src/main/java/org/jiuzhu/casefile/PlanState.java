package org.jiuzhu.casefile;

/** What the household says to a plan. */
public enum PlanState {
    DRAFTED,
    AGREED,
    CHANGE_WANTED,
    REFUSED
}
