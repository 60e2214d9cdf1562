package org.jiuzhu.household;

/** What is done about a need (SJ 四(四), CS 二(四)), and by the point itself. */
public enum Intervention {
    REFERRAL,
    RESOURCE_LINK,
    LINE_COORDINATION,
    DIRECT_SERVICE,
    /** Applied for with the household's help (V20). */
    APPLY
}
