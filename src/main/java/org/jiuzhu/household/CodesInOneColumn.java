package org.jiuzhu.household;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A small set of codes, in their order, between commas. */
abstract class CodesInOneColumn<E extends Enum<E>> implements AttributeConverter<Set<E>, String> {

    private final Class<E> type;

    CodesInOneColumn(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(Set<E> codes) {
        return codes.stream().sorted().map(Enum::name).collect(joining(","));
    }

    @Override
    public Set<E> convertToEntityAttribute(String column) {
        var codes = EnumSet.noneOf(type);
        Arrays.stream(column.split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> Enum.valueOf(type, code))
                .forEach(codes::add);
        return Collections.unmodifiableSet(codes);
    }
}
