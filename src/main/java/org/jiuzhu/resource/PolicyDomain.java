package org.jiuzhu.resource;

/** What a policy, a resource or a project is for (CS 四(三), R12), in the notice's order. */
public enum PolicyDomain {
    BASIC_LIVING,
    MEDICAL,
    EDUCATION,
    HOUSING,
    EMPLOYMENT,
    DISABILITY,
    CHILDREN
}
