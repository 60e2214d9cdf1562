package org.jiuzhu.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.household.Intervention;

/** Plausible answers to every form, such as the demo's own people give. */
final class DemoAnswers {

    private DemoAnswers() {}

    /**
     * @param task the task's name without prefix
     * @param data what the server offers in the form
     * @param declined how many professional points have already said no
     * @param by the name of whoever answers
     */
    static Map<String, Object> to(
            String task, Map<String, Object> data, Route route, LocalDate today, int declined, String by) {
        String day = today.toString();
        return switch (task) {
            case "reviewDuplicate" -> Map.of("duplicate", "NO", "reason", "姓名相同，住址和年龄都不同。");
            case "triageLead" -> triage(data, route);
            case "emergencyResponse" ->
                Map.of(
                        "actions", List.of("WENT_THERE", "CONTACTED_FAMILY"),
                        "situation", "已上门查看，煤气已关，老人无恙。",
                        "safeNow", "YES");
            case "transferLead" ->
                Map.of("department", "MEDICAL_INSURANCE", "transferredOn", day, "transferNote", "咨询异地就医备案，转请答复。");
            case "answerEnquiry" -> Map.of("answeredOn", day, "method", "PHONE", "answer", "已说明临时救助的条件和办理地点。");
            case "confirmUnfounded" -> Map.of("unfounded", "YES", "reason", "两次上门核实，住户生活正常，没有所说的情况。");
            case "verifyLead" ->
                Map.of(
                        "verifiedOn", day,
                        "method", "VISIT",
                        "verified", "YES",
                        "findings", "上门见到本人，近来药费增加，生活吃紧。");
            case "giveNoticeAndConsent" ->
                Map.of(
                        "noticeOn", day,
                        "explained", List.of("PURPOSE", "DATA_USE", "RIGHTS", "VOLUNTARY"),
                        "consentGiven", "YES",
                        "consentBy", "SELF",
                        "sensitiveConsent", "YES",
                        "consentForm", "SIGNED");
            case "conductHomeSurvey" -> survey(data, day);
            case "scoreRisk" -> risk(route);
            case "reviewAssessment" -> review(data);
            case "draftServicePlan" -> plan(data, route);
            case "confirmPlanWithHousehold" -> Map.of("explainedOn", day, "answeredBy", "SELF", "planAnswer", "AGREED");
            case "proposeReferral" ->
                Map.of(
                        "consentGiven", "YES",
                        "consentOn", day,
                        "consentBy", "SELF",
                        "consentProviders", options(data, "providers"),
                        "planExcerpt", "近来睡眠不好，愿意每周与社工面谈一次。");
            case "acceptReferral" ->
                declined < route.declines()
                        ? Map.of("accepted", "NO", "declineReason", "NO_CAPACITY")
                        : Map.of("accepted", "YES", "workerName", by, "firstServiceOn", day);
            case "deliverService" ->
                Map.of("servedOn", day, "hours", 1.5, "method", "VISIT", "content", "第一次面谈，约定每周二上午见面。");
            case "submitOutcome" ->
                Map.of("sessions", 6, "endedOn", day, "outcome", "ACHIEVED", "outcomeNote", "情绪平稳，已能参加居委活动。");
            case "confirmOutcome" ->
                Map.of("askedHousehold", "YES", "satisfaction", "SATISFIED", "outcomeConfirmed", "YES");
            case "conveneConference" ->
                Map.of(
                        "meetingOn",
                        day,
                        "place",
                        "街镇服务站会议室",
                        "consultants",
                        options(data, "consultants"),
                        "question",
                        "两家机构都接不了，商定由谁来服务。");
            case "recordConference" ->
                Map.of(
                        "heldOn", day,
                        "attended", "站点负责人、居村顾问",
                        "conferenceDecision", "DIRECT_SERVICE",
                        "responsible", options(data, "consultants").get(0),
                        "decisionReason", "先由居委顾问每周上门，等机构有名额再转。");
            case "linkResource" ->
                Map.of(
                        "resourceId",
                        options(data, "resources").get(0),
                        "linkedOn",
                        day,
                        "linkOutcome",
                        "LINKED",
                        "arrangement",
                        "每周二上午由志愿者上门，联系人已告诉住户。");
            case "coordinateLine" ->
                Map.of(
                        "department", "HEALTH",
                        "askedOn", day,
                        "request", "请社区卫生服务中心安排家庭病床。",
                        "lineAnswer", "AGREED",
                        "answeredOn", day,
                        "arrangement", "家庭医生下周起每两周上门一次。");
            case "explainPolicy",
                    "recordCreditCommitment",
                    "prepareMaterials",
                    "submitToWindow",
                    "acceptApplication",
                    "inquireResult",
                    "explainResult" -> DemoApplication.answers(task, data, day);
            case "followUp" ->
                Map.of(
                        "followedOn", day,
                        "method", "VISIT",
                        "hazardsCleared", "DONE",
                        "urgentRelieved", "DONE",
                        "servicesDelivered", "DONE",
                        "householdSays", "现在心里踏实多了。",
                        "resolved", "YES");
            case "closeCase" ->
                Map.of(
                        "closing", "CLOSE",
                        "closeReason", "RESOLVED",
                        "summary", "困难已经缓解，转入日常走访。",
                        "tellHousehold", "YES");
            case "assessChange" -> {
                Map<String, Object> change = new HashMap<>(Map.of(
                        "lookedOn", day,
                        "method", "VISIT",
                        "holds", "YES",
                        "findings", "上门看过，手臂打了石膏，女儿每天送一顿饭。",
                        "kind", "ACCIDENT",
                        "happenedOn", data.getOrDefault("happenedOn", day),
                        "severity", "NOTABLE",
                        "alert", "NO"));
                change.put("nextStep", "RECORD_ONLY");
                yield change;
            }
            case "confirmTransferOut", "confirmTransferIn" -> Map.of("agreed", "YES");
            case "confirmDeath" -> Map.of("deathTrue", "YES");
            case "notifyBenefits" -> Map.of("toldOn", day, "office", "ACCEPTANCE_CENTRE");
            case "contactRefusal" -> Map.of("contactedOn", day, "answer", "PHONE", "answerNote", "不想总有人上门，电话联系可以。");
            case "decideRefusal" -> Map.of("decision", "GO_ON", "decisionReason", "独居老人，先保持联系。");
            case "settleWithdrawal" -> Map.of("noticeOn", day, "providersTold", "YES");
            case "reassessCase" -> Map.of("decision", "NOTHING", "decisionReason", "现在的方案已经考虑到了。");
            case "conductVisit" ->
                Map.of(
                        "outcome", "DONE",
                        "serviceMode", "VISIT",
                        "servedOn", day,
                        "hours", 0.5,
                        "finding", "NO_CHANGE",
                        "items", List.of("S51"),
                        "content", "上门看望，身体和生活与上次一样，没有新的需要。");
            case "explainMissedVisit" -> Map.of("reason", "TOO_FEW_STAFF", "note", "那几天居委换届，人手排不开。", "makeUp", "NO");
            case "contactAfterRefusals" ->
                Map.of(
                        "contactedOn", day,
                        "safetyConcern", "NO",
                        "answer", "PHONE",
                        "note", "愿意接电话，不想有人上门。");
            case "lookAfterVisitor" -> Map.of("found", "SAFE", "done", "打了电话，人已回到居委，忘了报平安。");
            case "restoreStaffing" ->
                Map.of("measure", "LEND", "restoreBy", today.plusDays(14).toString(), "note", "站里先派一人，每周去两天。");
            default -> throw new IllegalStateException("The demo has no answer to " + task);
        };
    }

    private static Map<String, Object> triage(Map<String, Object> data, Route route) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("danger", "NO");
        answers.put("triage", route.triage());
        answers.put("reason", "与来电人通话，情况清楚。");
        if (route.triage().equals("OPEN_CASE")) {
            answers.put("householdId", options(data, "households").get(0));
        }
        return answers;
    }

    private static Map<String, Object> survey(Map<String, Object> data, String day) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("surveyedOn", day);
        answers.put("method", "HOME_VISIT");
        List<String> consultants = options(data, "consultants");
        answers.put("surveyors", consultants.subList(0, Math.min(2, consultants.size())));
        answers.put("present", options(data, "members").subList(0, 1));
        answers.put("householdSize", 2);
        answers.put("minors", 0);
        answers.put("monthlyIncome", 3860);
        answers.put("rigidSpending", 2100);
        answers.put("selfCare", "PARTLY");
        answers.put("graduateSeeking", "NO");
        answers.put("tenure", "PUBLIC_RENTAL");
        answers.put("accessible", "NO");
        answers.put("recentChange", "NONE");
        answers.put("wishes", "希望减轻药费负担，有人说说话。");
        answers.put("safetyRisk", "NO");
        return answers;
    }

    private static Map<String, Object> risk(Route route) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("economyRisk", "2");
        answers.put("economyEvidence", "月收入 3,860 元，药费约 2,100 元");
        answers.put("healthRisk", "2");
        answers.put("healthEvidence", "慢性病，长期服药");
        answers.put("educationRisk", "0");
        answers.put("housingRisk", "1");
        answers.put("housingEvidence", "浴室没有扶手");
        answers.put("employmentRisk", "0");
        answers.put("participationRisk", "1");
        answers.put("participationEvidence", "很少出门");
        answers.put(needs(route.need()), List.of(route.need()));
        answers.put("willingness", "ALL");
        return answers;
    }

    private static String needs(String need) {
        return switch (need.substring(0, need.indexOf('_'))) {
            case "WORK" -> "employmentNeeds";
            case "LIVING" -> "livingNeeds";
            default -> "socialWorkNeeds";
        };
    }

    private static Map<String, Object> review(Map<String, Object> data) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("review", "APPROVED");
        answers.put("tier", data.getOrDefault("tier", options(data, "tiers").get(0)));
        answers.put("policyFindClass", data.getOrDefault("policyFindClass", "NONE"));
        answers.put("helpNeeded", "YES");
        return answers;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plan(Map<String, Object> data, Route route) {
        List<Map<String, Object>> items = ((List<Map<String, Object>>) data.getOrDefault("items", List.of()))
                .stream()
                        .map(item -> item(Objects.requireNonNull(item.get("needId")), route.measure()))
                        .toList();
        return Map.of("goal", "减轻心理压力，恢复日常交往", "items", items);
    }

    private static Map<String, Object> item(Object needId, Intervention measure) {
        Map<String, Object> item = new HashMap<>();
        item.put("needId", needId);
        item.put("intervention", measure.name());
        item.put(
                "goal",
                switch (measure) {
                    case REFERRAL -> "每周面谈一次，两个月后情绪平稳";
                    case APPLY -> "申请救助，减轻药费负担";
                    case RESOURCE_LINK -> "有人定期上门看望";
                    case LINE_COORDINATION -> "在家能看病拿药";
                    case DIRECT_SERVICE -> "居委每周上门一次";
                });
        if (measure == Intervention.REFERRAL) {
            item.put("planExcerpt", "近来睡眠不好，愿意每周与社工面谈一次。");
        }
        return item;
    }

    @SuppressWarnings("unchecked")
    private static List<String> options(Map<String, Object> data, String key) {
        return ((List<Map<String, String>>) data.getOrDefault(key, List.of()))
                .stream().map(option -> option.get("value")).toList();
    }
}
