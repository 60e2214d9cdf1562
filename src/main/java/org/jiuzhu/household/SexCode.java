package org.jiuzhu.household;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jiuzhu.shared.Sex;

/** Stored by the codes of GB/T 2261.1. */
@Converter
class SexCode implements AttributeConverter<Sex, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Sex sex) {
        return sex.code();
    }

    @Override
    public Sex convertToEntityAttribute(Integer code) {
        return Sex.ofCode(code);
    }
}
