package org.jiuzhu.lifecycle;

/** Somebody took a consent back (个人信息保护法 15): from now on nothing goes on that rested on it. */
public record ConsentWithdrawn(long householdId, long personId, long caseId, String caseNumber, Consent consent) {

    public enum Consent {
        /** To tell professional points. */
        SHARING,
        /** To assess the household. */
        ASSESSMENT
    }
}
