package org.jiuzhu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
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

    @ParameterizedTest
    @CsvSource({
        "单示例, shanshili",
        "解示例, xieshili",
        "仇示例, qiushili",
        "曾示例, zengshili",
        "查示例, zhashili",
        "区示例, oushili",
        "朴示例, piaoshili",
        "盖示例, geshili",
        "任示例, renshili",
        "华示例, huashili",
        "缪示例, miaoshili",
        "乜示例, nieshili",
        "员示例, yunshili",
        "尉示例, weishili",
        "祭示例, zhaishili",
        "种示例, chongshili",
        "尉迟示例, yuchishili",
        "万俟示例, moqishili",
        "长孙示例, zhangsunshili",
        "澹台示例, tantaishili",
        "欧阳示例, ouyangshili",
    })
    void aSurnameIsReadAsFamiliesReadIt(String name, String pinyin) {
        assertThat(NameTokens.of(name)).contains(pinyin);
        assertThat(NameTokens.sortKey(name).replace(" ", "")).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource({"翟示例, zhaishili, dishili", "覃示例, qinshili, tanshili", "盖示例, geshili, gaishili", "乐示例, yueshili, leshili"
    })
    void aSurnameThatIsReadInTwoWaysIsFoundByBoth(String name, String usual, String other) {
        assertThat(NameTokens.of(name)).contains(usual, other);
        assertThat(NameTokens.sortKey(name).replace(" ", "")).isEqualTo(usual);
    }

    @Test
    void onlyTheBeginningIsASurname() {
        assertThat(NameTokens.of("张朴")).contains("zhangpu").doesNotContain("zhangpiao");
        assertThat(NameTokens.of("朴")).contains("朴", "pu");
        assertThat(NameTokens.of("单于")).contains("shanyu").doesNotContain("chanyu");
    }

    @Test
    void namesStandInTheOrderOfTheirPinyin() {
        assertThat(Stream.of("曾示例", "钱示例", "区示例", "尉迟示例", "单示例", "\uD842\uDFB7示例", "\uD844\uDEFE示例")
                        .sorted(Comparator.comparing(NameTokens::sortKey)))
                .containsExactly("\uD842\uDFB7示例", "区示例", "钱示例", "单示例", "尉迟示例", "曾示例", "\uD844\uDEFE示例");
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
        assertThat(NameTokens.of("王㐂")).contains("㐂", "王㐂", "wangxi");
        assertThat(NameTokens.of("\uD842\uDFB7田")).contains("\uD842\uDFB7", "\uD842\uDFB7田", "jitian");
        assertThat(NameTokens.of("李\uD844\uDEFE")).contains("\uD844\uDEFE", "李\uD844\uDEFE", "li");
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
