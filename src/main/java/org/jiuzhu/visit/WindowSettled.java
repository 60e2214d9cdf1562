package org.jiuzhu.visit;

/**
 * Nothing is left to do for a window; published in the settling transaction, so that its process ends with it.
 *
 * @param number the window's, the business key of its process
 */
public record WindowSettled(long windowId, String number, As as) {

    public enum As {
        /** Enough contacts within the period, whoever recorded them. */
        MET,
        /** A contact after the end made up for it; the miss stays a miss. */
        MADE_UP,
        /** Explained, and nobody goes there for this period any more. */
        EXPLAINED,
        /** Nobody is to be visited any more. */
        CANCELLED,
        /** A tighter window took its place. */
        SUPERSEDED
    }
}
