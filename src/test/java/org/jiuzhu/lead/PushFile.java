package org.jiuzhu.lead;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.support.Actors;

/** A push as the monitoring platform sends it, with entries as they should be and as they should not. */
public final class PushFile {

    public static final String ABOLISHED = "999901005009";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("吴例", "郑样", "王𠮷", "𡋾本", "阿依古丽·买买提", "欧阳示", "一", "刘、试");
    private static final List<String> POINTS = List.of(Actors.POINT, Actors.OTHER_POINT, "999901005003");

    /** What may be wrong with an entry: the field that is named, and how the entry comes by it. */
    public record Kind(String field, String messageKey, Consumer<ObjectNode> spoil) {}

    /** By what is wrong, in words. */
    public static final Map<String, Kind> KINDS = kinds();

    private PushFile() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("nobody named", new Kind("name", "lead.push.nobody", e -> e.remove(List.of("name", "idNumber"))));
        kinds.put("name too long", new Kind("name", "lead.push.tooLong", e -> e.put("name", "长".repeat(101))));
        kinds.put("control character", new Kind("name", "lead.push.control", e -> e.put("name", "吴\u0007例")));
        kinds.put("name no text", new Kind("name", "lead.value.text", e -> e.putObject("name")
                .put("first", "吴")));
        kinds.put(
                "number too short", new Kind("idNumber", "shared.idNumber.length", e -> e.put("idNumber", "99999919")));
        kinds.put(
                "letters in the number",
                new Kind("idNumber", "shared.idNumber.characters", e -> e.put("idNumber", "99999919ABCD12002X")));
        kinds.put(
                "check character",
                new Kind("idNumber", "shared.idNumber.checksum", e -> e.put("idNumber", "999999195003120020")));
        kinds.put(
                "30 February",
                new Kind("idNumber", "shared.idNumber.birthDate", e -> e.put("idNumber", "999999199902300011")));
        kinds.put("no telephone", new Kind("phone", "shared.phone.form", e -> e.put("phone", "没有电话")));
        kinds.put(
                "unknown committee",
                new Kind("committeeCode", "lead.committeeCode.unknown", e -> e.put("committeeCode", "999901005777")));
        kinds.put(
                "abolished committee",
                new Kind("committeeCode", "lead.committeeCode.abolished", e -> e.put("committeeCode", ABOLISHED)));
        kinds.put(
                "future",
                new Kind(
                        "receivedAt", "lead.receivedAt.future", e -> e.put("receivedAt", "2030-01-01T00:00:00+08:00")));
        kinds.put("no time", new Kind("receivedAt", "lead.value.instant", e -> e.put("receivedAt", "昨天")));
        kinds.put("no truth", new Kind("dangerToLife", "lead.value.yesNo", e -> e.put("dangerToLife", "也许")));
        kinds.put("story too long", new Kind("story", "lead.push.tooLong", e -> e.put("story", "说".repeat(4001))));
        kinds.put("reference", new Kind("sourceRef", "lead.sourceRef.form", e -> e.put("sourceRef", "a/b")));
        return Collections.unmodifiableMap(kinds);
    }

    /** The entry of that number: somebody of her own, at one of the street's committees. */
    public static ObjectNode entry(int at) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("sourceRef", "JC-%06d".formatted(at));
        entry.put("name", NAMES.get(at % NAMES.size()));
        entry.put("idNumber", idNumber(at));
        entry.put("phone", "1380%07d".formatted(at));
        entry.put("committeeCode", POINTS.get(at % POINTS.size()));
        entry.put("road", "松鹤路 " + at % 50 + " 弄");
        entry.put("room", at + " 室");
        entry.put("story", "因病致贫预警：近三个月自付医疗费超过家庭收入的一半。");
        entry.put("majorChange", at % 10 == 0);
        return entry;
    }

    public static String idNumber(int at) {
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(at % 20_000);
        String first =
                "999999" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(at / 20_000 * 10 + at % 10);
        return first + IdNumber.checkCharacter(first);
    }

    /** Which rows are spoilt, and how; the others are as they should be. */
    public record Spoilt(byte[] body, Map<Integer, String> kindByRow) {}

    /** @param each how many entries of each kind of wrong */
    public static Spoilt array(int entries, int each) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 1; row <= entries; row++) {
            rows.add(row);
        }
        Collections.shuffle(rows, new Random(7));
        Map<Integer, String> kindByRow = new LinkedHashMap<>();
        int next = 0;
        for (String kind : KINDS.keySet()) {
            for (int i = 0; i < each; i++) {
                kindByRow.put(rows.get(next++), kind);
            }
        }
        List<ObjectNode> all = new ArrayList<>();
        for (int row = 1; row <= entries; row++) {
            ObjectNode entry = entry(row);
            String kind = kindByRow.get(row);
            if (kind != null) {
                KINDS.get(kind).spoil().accept(entry);
            }
            all.add(entry);
        }
        return new Spoilt(bytes(all), kindByRow);
    }

    public static byte[] bytes(List<ObjectNode> entries) {
        return entries.toString().getBytes(StandardCharsets.UTF_8);
    }
}
