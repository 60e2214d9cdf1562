package org.jiuzhu.shared.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jiuzhu.shared.JiuzhuProperties;
import org.springframework.stereotype.Component;

/** AES-256-GCM; stored as version, nonce, ciphertext. The version byte leaves room for another key or cipher. */
@Component
class AesGcmCipher implements Cipher {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    AesGcmCipher(JiuzhuProperties properties) {
        this.key =
                new SecretKeySpec(Base64.getDecoder().decode(properties.keys().data()), "AES");
    }

    @Override
    public byte[] encrypt(String plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(javax.crypto.Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] secret = cipher.doFinal(plain.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + NONCE + secret.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(secret)
                    .array();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Encryption failed", failed);
        }
    }

    @Override
    public String decrypt(byte[] stored) {
        if (stored.length < 1 + NONCE || stored[0] != VERSION) {
            throw new IllegalStateException("Not encrypted by this product");
        }
        try {
            var cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(javax.crypto.Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, stored, 1, NONCE));
            return new String(cipher.doFinal(stored, 1 + NONCE, stored.length - 1 - NONCE), UTF_8);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The data key does not fit the stored value", failed);
        }
    }
}
