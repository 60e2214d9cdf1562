package org.jiuzhu.conflict;

/** Somebody who may not deal with a subject, and the filing that says so. */
record Excluded(String username, long filingId) {}
