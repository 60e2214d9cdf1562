package org.jiuzhu.household;

import java.time.LocalDate;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Sex;
import org.jspecify.annotations.Nullable;

/** Who somebody is, checked, with what it is searched and sorted by. */
record Identity(
        String name,
        String nameSort,
        @Nullable IdNumber idNumber,
        @Nullable String idHash,
        @Nullable Phone phone,
        @Nullable String phoneHash,
        Sex sex,
        @Nullable LocalDate birthDate) {}
