package org.jiuzhu.lifecycle;

/** A referral reached its end: served, not consented, or decided by a conference. */
public record ReferralSettled(long caseId, long needId, String outcome) {}
