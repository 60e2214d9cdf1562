package org.jiuzhu.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Surnames that are read otherwise than the character is, or in two ways by different families: the usual reading
 * first.
 */
final class Surnames {

    private static final Map<String, List<String>> READINGS = read(
            """
            尉迟 yu chi|万俟 mo qi|长孙 zhang sun|澹台 tan tai|单于 chan yu,shan yu|宰父 zai fu|拓跋 tuo ba
            朴 piao,pu|缪 miao,mou|乜 nie,mie|祭 zhai,ji|黑 he,hei|句 gou,ju|能 nai,neng|薄 bo,bao|洗 xian,xi
            莘 shen,xin|都 du|尉 wei,yu|郗 xi,chi|覃 qin,tan|翟 zhai,di|盖 ge,gai|隗 wei,kui|郇 xun,huan|谌 chen,shen
            乐 yue,le|牟 mou,mu|宓 mi,fu|柏 bai,bo|召 shao,zhao|费 fei,bi|角 jue,jiao|会 gui,hui|番 pan,fan
            藏 zang,cang|那 na,nuo|率 shuai,lv|种 chong,zhong|员 yun,yuan|仇 qiu,chou|繁 po,fan|秘 bi,mi|不 biao,bu
            鹄 hu,gu|宿 su,xiu|盛 sheng|哈 ha|行 xing,hang|贲 ben|单 shan|解 xie|曾 zeng|查 zha|区 ou|折 she|重 chong
            """);

    private static final int LONGEST = 2;

    private Surnames() {}

    /**
     * How the surname at the beginning of a Han name is read, its syllables with blanks between; none where the usual
     * reading of the characters will do.
     */
    static Reading of(String name) {
        int characters = name.codePointCount(0, name.length());
        for (int length = Math.min(LONGEST, characters - 1); length > 0; length--) {
            String surname = name.substring(0, name.offsetByCodePoints(0, length));
            List<String> readings = READINGS.get(surname);
            if (readings != null) {
                return new Reading(length, readings);
            }
        }
        return new Reading(0, List.of());
    }

    /** @param length in characters */
    record Reading(int length, List<String> spellings) {}

    private static Map<String, List<String>> read(String table) {
        Map<String, List<String>> readings = new LinkedHashMap<>();
        for (String entry : table.strip().split("[|\\n]")) {
            int blank = entry.indexOf(' ');
            readings.put(
                    entry.substring(0, blank),
                    List.of(entry.substring(blank + 1).split(",")));
        }
        return readings;
    }
}
