package org.jiuzhu.household;

import jakarta.persistence.Converter;

/** A household's flags in one column. */
@Converter
class SafetyFlags extends CodesInOneColumn<SafetyFlag> {

    SafetyFlags() {
        super(SafetyFlag.class);
    }
}
