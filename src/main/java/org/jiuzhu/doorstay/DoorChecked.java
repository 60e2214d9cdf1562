package org.jiuzhu.doorstay;

import java.time.Instant;

/** Somebody went in at a door or came out again; published in the same transaction, ids and moments only. */
public sealed interface DoorChecked {

    String number();

    /** @param expectedAt when they are to be outside again */
    record In(String number, long stayId, String orgCode, Instant expectedAt) implements DoorChecked {}

    record Out(String number) implements DoorChecked {}
}
