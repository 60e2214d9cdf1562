package org.jiuzhu.servicerecord;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.shared.Actor;

/** Writes the record that a task asks for, as its consultant would. */
public final class WrittenRecords {

    private WrittenRecords() {}

    /** Runs in the actor's scope. */
    public static long visitBehind(String taskId, String servedOn, RecordSheets sheets, Actor by) {
        return sheets.write(taskId, UUID.randomUUID(), visit("赵示例", by.displayName(), servedOn), List.of(), by);
    }

    public static Map<String, Object> visit(String resident, String participants, String servedOn) {
        return Map.ofEntries(
                Map.entry("residentName", resident),
                Map.entry("committee", "999901005001"),
                Map.entry("policyFindTags", List.of()),
                Map.entry("policyCoveredTags", List.of("PC_DESTITUTE")),
                Map.entry("serviceMode", "VISIT"),
                Map.entry("participants", participants),
                Map.entry("servedOn", servedOn),
                Map.entry("hours", 1.5),
                Map.entry("servicesS1", List.of("S11")),
                Map.entry("servicesS2", List.of()),
                Map.entry("servicesS3", List.of("S31", "S32")),
                Map.entry("servicesS4", List.of()),
                Map.entry("servicesS5", List.of()),
                Map.entry("initiator", "CONSULTANT"),
                Map.entry("content", "老人一个人住，腿脚不便，家里有旧电线，已经请物业来看。"));
    }
}
