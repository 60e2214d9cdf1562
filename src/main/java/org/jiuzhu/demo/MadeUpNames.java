package org.jiuzhu.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that say of themselves that they are made up, each once; some have surnames that sound otherwise than they look. */
final class MadeUpNames {

    private static final List<String> SURNAMES =
            List.of(("王 张 刘 黄 徐 胡 朱 高 郭 马 罗 梁 郑 谢 唐 许 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 余 于 杜 叶 程 魏 吕 丁 任 卢 姚 钟 姜"
                            + " 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 付 方 邹 熊 单 仇 解 查 朴 盖 区 覃 尉迟 欧阳 上官")
                    .split(" "));

    private static final List<String> FIRST = List.of("样", "例", "示", "试", "拟", "仿", "演", "练", "虚", "假");
    private static final List<String> SECOND = List.of("册", "页", "章", "句", "段", "行", "列", "栏", "格", "线", "面", "图", "表");

    private static final int SURNAME_STEP = 29;
    private static final int GIVEN_STEP = 37;
    private static final int ONE_CHARACTER_EACH = 23;

    private final Set<String> given = new HashSet<>();
    private int families;
    private int people;

    String surname() {
        return SURNAMES.get(families++ * SURNAME_STEP % SURNAMES.size());
    }

    String of(String surname) {
        String name;
        do {
            name = surname + word(people++);
        } while (!given.add(name));
        return name;
    }

    private static String word(int n) {
        int at = n * GIVEN_STEP % (FIRST.size() * SECOND.size());
        String first = FIRST.get(at % FIRST.size());
        return n % ONE_CHARACTER_EACH == 5 ? first : first + SECOND.get(at / FIRST.size());
    }
}
