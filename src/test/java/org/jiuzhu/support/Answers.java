package org.jiuzhu.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people answer in the forms of referral and conference; a day is {@code 2026-07-06}. */
public final class Answers {

    public static final String EXCERPT = "想找一份离家近的半天工作，手脚不便，不能久站。";

    private Answers() {}

    public static Map<String, Object> consents(String day, String... ngoCodes) {
        return Map.of(
                "consentGiven",
                "YES",
                "consentOn",
                day,
                "consentBy",
                "SELF",
                "consentProviders",
                List.of(ngoCodes),
                "planExcerpt",
                EXCERPT);
    }

    public static Map<String, Object> refusesConsent(String day) {
        return Map.of("consentGiven", "NO", "consentOn", day, "consentBy", "SELF", "refusalReason", "不想让外面的人知道");
    }

    public static Map<String, Object> accepts(String firstServiceOn) {
        return Map.of("accepted", "YES", "workerName", "江假定", "firstServiceOn", firstServiceOn);
    }

    public static Map<String, Object> declines() {
        return Map.of("accepted", "NO", "declineReason", "NO_CAPACITY", "message", "下月才有名额");
    }

    public static Map<String, Object> served(String day) {
        return Map.of("servedOn", day, "hours", 1.5, "method", "VISIT", "content", "第一次面谈，一起写了求职意向。");
    }

    public static Map<String, Object> outcome(String day, String outcome) {
        return Map.of("sessions", 3, "endedOn", day, "outcome", outcome, "outcomeNote", "在家附近的便利店上了半天班。");
    }

    public static Map<String, Object> confirms() {
        return Map.of("askedHousehold", "YES", "satisfaction", "SATISFIED", "outcomeConfirmed", "YES");
    }

    public static Map<String, Object> asksForMore(String missing) {
        return Map.of("askedHousehold", "YES", "satisfaction", "FAIR", "outcomeConfirmed", "NO", "missing", missing);
    }

    public static Map<String, Object> convenes(String day) {
        return Map.of(
                "meetingOn",
                day,
                "place",
                "街镇服务站会议室",
                "consultants",
                List.of("lin.shiyong", "gu.yangban"),
                "departments",
                List.of("HUMAN_RESOURCES"),
                "question",
                "机构都接不了，由谁来帮？");
    }

    /** A decision with what goes with it: whoever serves directly, or the resource. */
    public static Map<String, Object> decides(String day, String decision, String key, String value) {
        Map<String, Object> answers = new HashMap<>(decides(day, decision));
        answers.put(key, value);
        return answers;
    }

    public static Map<String, Object> decides(String day, String decision) {
        return Map.of(
                "heldOn",
                day,
                "attended",
                "陆示范、林试用、人社所",
                "conferenceDecision",
                decision,
                "decisionReason",
                "两家机构都没有名额，先由居委每周联系。");
    }
}
