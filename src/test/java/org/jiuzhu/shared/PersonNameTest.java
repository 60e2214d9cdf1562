package org.jiuzhu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿不都·热合曼",
                "阿不都•热合曼",
                "阿不都・热合曼",
                "阿不都‧热合曼",
                "阿不都∙热合曼",
                "阿不都⋅热合曼",
                "阿不都 · 热合曼",
                "阿不都.热合曼",
                "阿不都．热合曼",
                "阿不都\u0387热合曼",
                " 阿不都·热合曼\u3000"
            })
    void theSeparatorIsOneHoweverItWasTyped(String typed) {
        assertThat(PersonName.of(typed)).isEqualTo("阿不都·热合曼");
    }

    @ParameterizedTest
    @ValueSource(strings = {"赵例", "赵 例", "赵\u3000例", " 赵\t例 ", "赵\u200B例"})
    void aBlankThatWidensATableIsGone(String typed) {
        assertThat(PersonName.of(typed)).isEqualTo("赵例");
    }

    @Test
    void namesOfOtherScriptsKeepTheirBlanksAndStops() {
        assertThat(PersonName.of("Maria  J. Li")).isEqualTo("Maria J. Li");
    }

    @Test
    void rareCharactersStayAndWhatOnlyChoosesAShapeGoes() {
        assertThat(PersonName.of("\uD842\uDFB7\uD844\uDEFE")).isEqualTo("\uD842\uDFB7\uD844\uDEFE");
        assertThat(PersonName.of("葛\uDB40\uDD00例")).isEqualTo("葛例");
    }

    @Test
    void oneCharacterIsAName() {
        assertThat(PersonName.of("李")).isEqualTo("李");
        assertThat(PersonName.of("\uD842\uDFB7")).isEqualTo("\uD842\uDFB7");
    }
}
