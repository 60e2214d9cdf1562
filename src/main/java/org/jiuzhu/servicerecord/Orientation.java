package org.jiuzhu.servicerecord;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera held its picture (EXIF tag 0x0112): clockwise quarter turns that set it upright, and whether mirrored. */
record Orientation(int quarters, boolean mirrored) {

    static final Orientation UPRIGHT = new Orientation(0, false);

    private static final int JPEG = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;

    /** Upright wherever the bytes do not say otherwise. */
    static Orientation of(byte[] picture) {
        ByteBuffer bytes = ByteBuffer.wrap(picture);
        if (bytes.remaining() < 4 || (bytes.getShort() & 0xFFFF) != JPEG) {
            return UPRIGHT;
        }
        while (bytes.remaining() > 4) {
            int marker = bytes.getShort() & 0xFFFF;
            int length = bytes.getShort() & 0xFFFF;
            if (marker < 0xFF00 || length < 2 || length - 2 > bytes.remaining()) {
                return UPRIGHT;
            }
            if (marker == APP1 && length > 8 && bytes.getInt(bytes.position()) == EXIF) {
                return ofExif(bytes.slice(bytes.position() + 6, length - 8));
            }
            bytes.position(bytes.position() + length - 2);
        }
        return UPRIGHT;
    }

    private static Orientation ofExif(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * 12;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                return ofCode(tiff.getShort(at + 8));
            }
        }
        return UPRIGHT;
    }

    private static Orientation ofCode(int code) {
        return switch (code) {
            case 2 -> new Orientation(0, true);
            case 3 -> new Orientation(2, false);
            case 4 -> new Orientation(2, true);
            case 5 -> new Orientation(3, true);
            case 6 -> new Orientation(1, false);
            case 7 -> new Orientation(1, true);
            case 8 -> new Orientation(3, false);
            default -> UPRIGHT;
        };
    }
}
