package org.jiuzhu.shared.crypto;

/** Encrypts what identifies somebody; pluggable, so that an SM4 provider can take its place. */
public interface Cipher {

    byte[] encrypt(String plain);

    /** @throws IllegalStateException if the key does not fit or the bytes were changed */
    String decrypt(byte[] stored);
}
