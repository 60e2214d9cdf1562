package org.jiuzhu.servicerecord;

/** A record says nothing any more: it was a slip. Published in the same transaction. */
public record RecordWithdrawn(String number) {}
