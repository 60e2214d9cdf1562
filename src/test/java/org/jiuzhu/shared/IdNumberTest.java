package org.jiuzhu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 6);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999195003120026", "999999196608150054", "999999197205200103", "999999198209170137",
                "999999199001230078", "999999196104060127", "999999196901010165", "99999919930314014X",
                "999999195709300176", "11010519491231002X"
            })
    void thePeopleOfTheScenariosHaveValidNumbers(String text) {
        assertThat(IdNumber.parse(text, TODAY, true).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "999999195003120020, shared.idNumber.checksum",
        "11010519491231002, shared.idNumber.length",
        "110105491231002, shared.idNumber.length",
        "'', shared.idNumber.length",
        "1101051949123100AX, shared.idNumber.characters",
        "X10105194912310020, shared.idNumber.characters",
        "11010519490230002X, shared.idNumber.birthDate",
        "11010519491331002X, shared.idNumber.birthDate",
        "99999920260707001X, shared.idNumber.future",
    })
    void aBadNumberIsRefusedByName(String text, String key) {
        var number = text.startsWith("9999992026") ? text.substring(0, 17) + IdNumber.checkCharacter(text) : text;
        assertThatThrownBy(() -> IdNumber.parse(number, TODAY, true))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo(key));
    }

    @Test
    void aRefusalNeverRepeatsTheNumber() {
        assertThatThrownBy(() -> IdNumber.parse("999999195003120020", TODAY, true))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.getMessage() + refused.args())
                        .doesNotContain("19500312"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999919930314014x",
                " 999999 19930314 014X ",
                "９９９９９９１９９３０３１４０１４ｘ",
                "\u3000999999 19930314 014X"
            })
    void whatPeopleTypeIsNormalised(String text) {
        assertThat(IdNumber.parse(text, TODAY, true).value()).isEqualTo("99999919930314014X");
    }

    @Test
    void testPeopleAreRefusedInProduction() {
        assertThatThrownBy(() -> IdNumber.parse("99999919930314014X", TODAY, false))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("shared.idNumber.testRegion"));
        assertThat(IdNumber.parse("11010519491231002X", TODAY, false).isTest()).isFalse();
    }

    @Test
    void itTellsBirthSexAndRegion() {
        var woman = IdNumber.parse("999999195003120026", TODAY, true);
        assertThat(woman.birthDate()).isEqualTo("1950-03-12");
        assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
        assertThat(woman.region()).isEqualTo("999999");
        assertThat(woman.ageOn(LocalDate.of(2026, 9, 3))).isEqualTo(76);
        assertThat(IdNumber.parse("999999196608150054", TODAY, true).sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void somebodyBornOn29FebruaryGrowsOlderOn1March() {
        var number = new IdNumber("99999919560229002" + IdNumber.checkCharacter("99999919560229002"));
        assertThat(number.ageOn(LocalDate.of(2026, 2, 28))).isEqualTo(69);
        assertThat(number.ageOn(LocalDate.of(2026, 3, 1))).isEqualTo(70);
    }

    @Test
    void itPrintsMasked() {
        assertThat(new IdNumber("11010519491231002X")).hasToString("110105********002X");
    }

    @Test
    void oneWrongDigitIsAlwaysNoticed() {
        var valid = "999999195003120026";
        IntStream.range(0, 17).forEach(place -> IntStream.rangeClosed(1, 9).forEach(shift -> {
            var wrong = new StringBuilder(valid);
            wrong.setCharAt(place, (char) ('0' + (valid.charAt(place) - '0' + shift) % 10));
            assertThatThrownBy(() -> new IdNumber(wrong.toString())).isInstanceOf(InvalidValue.class);
        }));
    }
}
