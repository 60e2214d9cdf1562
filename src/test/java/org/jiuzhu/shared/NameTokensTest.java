package org.jiuzhu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTokensTest {

    @Test
    void aNameIsFoundByCharactersPinyinAndInitials() {
        assertThat(NameTokens.of("赵示例"))
                .contains("赵示例", "赵", "示", "例", "zhao", "shi", "li", "zhaoshi", "zhaoshili", "zsl");
    }

    @Test
    void surnamesAreReadAsSurnames() {
        assertThat(NameTokens.of("单雄信")).contains("shanxiongxin", "sxx").doesNotContain("dan");
        assertThat(NameTokens.of("曾国藩")).contains("zengguofan").doesNotContain("ceng");
    }

    @Test
    void theUmlautIsFoundHoweverItIsTyped() {
        assertThat(NameTokens.of("吕布")).contains("lvbu", "lubu", "lb");
    }

    @Test
    void aNameOfSeveralPartsIsFoundByEachPartAndByTheWhole() {
        assertThat(NameTokens.of("阿不都·热合曼"))
                .contains("阿不都热合曼", "阿不都", "热合曼", "阿", "rehe", "reheman", "rhm")
                .doesNotContain("·");
        assertThat(NameTokens.of("阿不都•热合曼")).isEqualTo(NameTokens.of("阿不都·热合曼"));
    }

    @Test
    void aRareCharacterIsFoundByItself() {
        assertThat(NameTokens.of("李\uD86D\uDF78")).contains("李\uD86D\uDF78", "李", "\uD86D\uDF78", "li");
        assertThat(NameTokens.of("王㐂")).contains("㐂", "王㐂");
    }

    @Test
    void aLatinNameStaysWhatItIs() {
        assertThat(NameTokens.of("Maria Li")).contains("mariali", "maria", "li", "ml");
    }

    @Test
    void anEmptyNameHasNoTokens() {
        assertThat(NameTokens.of(" · ")).isEmpty();
        assertThat(NameTokens.ofQuery("  ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"赵示例, 赵", "赵示例, 示例", "赵示例, ZHAO", "赵示例, zhaoshili", "赵示例, zsl", "阿不都·热合曼, 阿不都·热合曼", "吕布, lv"})
    void aQueryFindsTheNameWhenAllItsTokensAreThere(String name, String query) {
        assertThat(NameTokens.of(name)).containsAll(NameTokens.ofQuery(query));
    }

    @ParameterizedTest
    @CsvSource({"赵示例, 李", "赵示例, 赵四", "赵示例, wang"})
    void anotherNameIsNotFound(String name, String query) {
        assertThat(NameTokens.ofQuery(query)).isNotEmpty().matches(tokens -> !NameTokens.of(name)
                .containsAll(tokens));
    }
}
