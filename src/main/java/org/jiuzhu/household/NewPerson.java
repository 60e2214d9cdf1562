package org.jiuzhu.household;

import java.time.LocalDate;
import org.jiuzhu.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to register, as typed in; {@link People#register} normalises and checks.
 *
 * @param orgCode the committee (12 digits), or the street where no committee is known
 * @param sex derived from the identity number where there is one
 * @param birthDate likewise
 */
public record NewPerson(
        String orgCode,
        String name,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        PersonDetails details) {

    public NewPerson(String orgCode, String name, @Nullable String idNumber, @Nullable String phone) {
        this(orgCode, name, idNumber, phone, null, null, PersonDetails.UNKNOWN);
    }
}
