package org.jiuzhu.demo;

import java.util.List;
import java.util.Map;

/** Plausible answers to the forms of an application. */
final class DemoApplication {

    private DemoApplication() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> answers(String task, Map<String, Object> data, String day) {
        return switch (task) {
            case "explainPolicy" ->
                Map.of(
                        "explainedOn",
                        day,
                        "policyCode",
                        ((List<Map<String, String>>) data.getOrDefault("policies", List.of()))
                                .get(0)
                                .get("value"),
                        "eligibility",
                        "LIKELY",
                        "applying",
                        "YES");
            case "recordCreditCommitment" ->
                Map.of("commitment", "SIGNED", "commitmentOn", day, "commitmentBy", "SELF");
            case "prepareMaterials" ->
                Map.of(
                        "prepared",
                        "YES",
                        "materials",
                        List.of("AUTHORISATION", "INCOME", "MEDICAL_BILLS"),
                        "sharedProofs",
                        List.of("ID_CARD", "HUKOU"));
            case "submitToWindow" -> Map.of("submittedOn", day, "window", "就近的社区事务受理服务中心", "receiptNumber", "HZ-0001");
            case "acceptApplication" -> Map.of("acceptance", "ACCEPTED", "acceptedOn", day);
            case "inquireResult" -> Map.of("inquiredOn", day, "inquiry", "PENDING", "said", "还在核对经济状况。");
            case "explainResult" -> Map.of("explainedOn", day, "method", "VISIT");
            default -> throw new IllegalStateException("The demo has no answer to " + task);
        };
    }
}
