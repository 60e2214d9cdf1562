package org.jiuzhu.shared.crypto;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A text column that is encrypted at rest ({@code bytea}). */
@Converter
@Component
public class EncryptedText implements AttributeConverter<String, byte[]> {

    private final Cipher cipher;

    EncryptedText(Cipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String plain) {
        return plain == null ? null : cipher.encrypt(plain);
    }

    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] stored) {
        return stored == null ? null : cipher.decrypt(stored);
    }
}
