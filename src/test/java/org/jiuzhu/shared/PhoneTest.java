package org.jiuzhu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678, 13812345678, MOBILE, 138****5678",
        "138 1234 5678, 13812345678, MOBILE, 138****5678",
        "138-1234-5678, 13812345678, MOBILE, 138****5678",
        "+86 13812345678, 13812345678, MOBILE, 138****5678",
        "１３８１２３４５６７８, 13812345678, MOBILE, 138****5678",
        "02154321234, 021-54321234, LANDLINE, 021-****1234",
        "021-54321234, 021-54321234, LANDLINE, 021-****1234",
        "(021)54321234, 021-54321234, LANDLINE, 021-****1234",
        "0571—87654321, 0571-87654321, LANDLINE, 0571-****4321",
        "12345, 12345, SHORT, 12345",
        "962200, 962200, SHORT, 962200",
    })
    void numbersAreNormalisedKnownAndMasked(String typed, String value, Phone.Kind kind, String masked) {
        var phone = Phone.parse(typed);
        assertThat(phone.value()).isEqualTo(value);
        assertThat(phone.kind()).isEqualTo(kind);
        assertThat(phone.masked()).isEqualTo(masked);
        assertThat(phone).hasToString(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1381234567", "138123456789", "12812345678", "54321234", "abc", "021-543212345"})
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> Phone.parse(typed))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("shared.phone.form"));
    }
}
