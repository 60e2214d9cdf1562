package org.jiuzhu.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jiuzhu.shared.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A form's answers in one column, encrypted at rest. */
@Converter
@Component
class EncryptedAnswers implements AttributeConverter<Map<String, @Nullable Object>, byte[]> {

    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final Cipher cipher;
    private final ObjectMapper json;

    EncryptedAnswers(Cipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable Map<String, @Nullable Object> answers) {
        try {
            return answers == null ? null : cipher.encrypt(json.writeValueAsString(answers));
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException(failed);
        }
    }

    @Override
    public @Nullable Map<String, @Nullable Object> convertToEntityAttribute(byte @Nullable [] stored) {
        try {
            return stored == null ? null : json.readValue(cipher.decrypt(stored), ANSWERS);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("Answers cannot be read", failed);
        }
    }
}
