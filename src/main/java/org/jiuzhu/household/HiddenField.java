package org.jiuzhu.household;

import org.jspecify.annotations.Nullable;

/** What pages show masked. */
public enum HiddenField {
    ID_NUMBER {
        @Override
        @Nullable
        String of(Person person) {
            return person.idNumber();
        }
    },
    PHONE {
        @Override
        @Nullable
        String of(Person person) {
            return person.phone();
        }
    };

    abstract @Nullable String of(Person person);
}
