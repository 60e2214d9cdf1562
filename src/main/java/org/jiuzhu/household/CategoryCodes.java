package org.jiuzhu.household;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A set of categories in one column: codes in their order, between commas. */
@Converter
class CategoryCodes implements AttributeConverter<Set<AssistanceCategory>, String> {

    @Override
    public String convertToDatabaseColumn(Set<AssistanceCategory> categories) {
        return categories.stream().sorted().map(Enum::name).collect(joining(","));
    }

    @Override
    public Set<AssistanceCategory> convertToEntityAttribute(String codes) {
        var categories = EnumSet.noneOf(AssistanceCategory.class);
        Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(AssistanceCategory::valueOf)
                .forEach(categories::add);
        return Collections.unmodifiableSet(categories);
    }
}
