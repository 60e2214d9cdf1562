package org.jiuzhu.workflow;

/** How far a case has come, in the order of its life; a model names it in its property {@code stage}. */
public enum Stage {
    INTAKE,
    ASSESSMENT,
    PLAN,
    SERVICE,
    FOLLOW_UP,
    CLOSING;

    /** 1 to 6. */
    public int step() {
        return ordinal() + 1;
    }
}
