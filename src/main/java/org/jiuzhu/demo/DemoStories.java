package org.jiuzhu.demo;

import static org.jiuzhu.lead.LeadSource.CONSULTANT_FINDING;
import static org.jiuzhu.lead.LeadSource.DEPARTMENT;
import static org.jiuzhu.lead.LeadSource.HOTLINE_12345;
import static org.jiuzhu.lead.LeadSource.INFORMANT;
import static org.jiuzhu.lead.LeadSource.NEIGHBOUR_VISIT;
import static org.jiuzhu.lead.LeadSource.PATROL;
import static org.jiuzhu.lead.LeadSource.PUSH;
import static org.jiuzhu.lead.LeadSource.RESIDENT;
import static org.jiuzhu.lead.LeadSource.STREET_HOTLINE;
import static org.jiuzhu.lead.LeadSource.WALK_IN;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;

/**
 * What goes on in 样板区: in 松鹤 a case at each task that every notice has, three overdue and five closed; in each other
 * street the same story once closed and once at its beginning, and a case at some of the remaining tasks.
 */
final class DemoStories {

    /** The head of a household, by whom a case can be told. */
    record Head(Said said, String streetCode, Trouble trouble) {}

    /** A case that is left at a task. */
    private record Standing(String task, Route route, LeadSource source, int workdaysAgo) {

        Standing(String task, Route route, LeadSource source) {
            this(task, route, source, 1);
        }
    }

    /** The tasks of a case in the order of its life; one case in 松鹤 is left standing at each. */
    private static final List<String> CASE_TASKS = List.of(
            "verifyLead",
            "giveNoticeAndConsent",
            "conductHomeSurvey",
            "scoreRisk",
            "reviewAssessment",
            "draftServicePlan",
            "confirmPlanWithHousehold",
            "proposeReferral",
            "acceptReferral",
            "deliverService",
            "submitOutcome",
            "confirmOutcome",
            "followUp",
            "closeCase");

    /** With the emergency, which is due at once, the three that are overdue. */
    private static final List<String> OVERDUE = List.of("verifyLead", "conductHomeSurvey");

    /** An application is asked for when its result has not come for 20 workdays [A]. */
    private static final int LONG_ENOUGH_TO_ASK = 21;

    /** Commitments are wanted in 普和 only (PT(一)); the other steps of an application are spread over the streets. */
    private static final Map<String, List<Standing>> ELSEWHERE = Map.of(
            DemoNetwork.YUNFAN,
            List.of(
                    new Standing("explainPolicy", Route.APPLIED, NEIGHBOUR_VISIT),
                    new Standing("linkResource", Route.LINKED, INFORMANT),
                    new Standing("followUp", Route.CASE, CONSULTANT_FINDING),
                    new Standing("triageLead", Route.CASE, WALK_IN, 0)),
            DemoNetwork.ZHIXING,
            List.of(
                    new Standing("prepareMaterials", Route.APPLIED, WALK_IN),
                    new Standing("coordinateLine", Route.COORDINATED, DEPARTMENT),
                    new Standing("conductHomeSurvey", Route.CASE, STREET_HOTLINE),
                    new Standing("triageLead", Route.CASE, RESIDENT, 0)),
            DemoNetwork.PUHE,
            List.of(
                    new Standing("recordCreditCommitment", Route.APPLIED, PUSH),
                    new Standing("explainResult", Route.APPLIED, RESIDENT),
                    new Standing("deliverService", Route.CASE, CONSULTANT_FINDING),
                    new Standing("triageLead", Route.CASE, DEPARTMENT, 0)),
            DemoNetwork.HANGXING,
            List.of(
                    new Standing("submitToWindow", Route.APPLIED, PATROL),
                    new Standing("acceptApplication", Route.APPLIED, INFORMANT),
                    new Standing("", Route.UNDECIDED, CONSULTANT_FINDING, LONG_ENOUGH_TO_ASK),
                    new Standing("triageLead", Route.CASE, NEIGHBOUR_VISIT, 0)));

    private static final int CLOSED = 5;

    /** Workdays before the first start at which an overdue case, and a closed one, began. */
    private static final int OVERDUE_BEGAN = 12;

    private static final int CLOSED_BEGAN = 30;

    private final Map<String, List<Head>> heads;
    private final List<Story> stories = new ArrayList<>();

    /** @param heads who has an identity number and a household, in the order in which they are told of */
    DemoStories(List<Head> heads) {
        this.heads = heads.stream().collect(Collectors.groupingBy(Head::streetCode));
    }

    /** Every story; which of them can be told depends on who lives there. */
    List<Story> all() {
        songhe(of(DemoNetwork.SONGHE).iterator());
        leads(of(DemoNetwork.SONGHE).get(0).said());
        ELSEWHERE.keySet().stream()
                .sorted()
                .forEach(street -> elsewhere(street, of(street).iterator()));
        return stories;
    }

    private List<Head> of(String street) {
        return Objects.requireNonNull(heads.get(street));
    }

    private void songhe(Iterator<Head> someone) {
        for (int n = 0; n < CLOSED; n++) {
            told(CLOSED_BEGAN + n, n % 2 == 0, someone.next(), "", Route.CASE);
        }
        for (String task : OVERDUE) {
            told(OVERDUE_BEGAN, true, someone.next(), task, Route.CASE);
        }
        for (String task : CASE_TASKS) {
            Head head = someone.next();
            if (task.equals(CASE_TASKS.get(0))) {
                everywhere(head, 1, task);
            } else {
                told(1, task.length() % 2 == 0, head, task, Route.CASE);
            }
        }
        told(2, false, someone.next(), "conveneConference", Route.DECLINED_TWICE);
        told(2, false, someone.next(), "recordConference", Route.DECLINED_TWICE);
    }

    private void elsewhere(String street, Iterator<Head> someone) {
        everywhere(someone.next(), CLOSED_BEGAN, "");
        everywhere(someone.next(), 1, CASE_TASKS.get(0));
        for (Standing standing : Objects.requireNonNull(ELSEWHERE.get(street))) {
            Head head = someone.next();
            stories.add(new Story(
                    standing.workdaysAgo(),
                    standing.source(),
                    head.said(),
                    head.trouble().told(),
                    Safety.UNKNOWN,
                    standing.task(),
                    standing.route()));
        }
    }

    /** The story that can be followed in any street, under its own rules. */
    private void everywhere(Head head, int workdaysAgo, String until) {
        stories.add(new Story(
                workdaysAgo, HOTLINE_12345, head.said(), Trouble.EVERYWHERE, Safety.UNKNOWN, until, Route.CASE));
    }

    private void told(int workdaysAgo, boolean hotline, Head head, String until, Route route) {
        stories.add(new Story(
                workdaysAgo,
                hotline ? HOTLINE_12345 : CONSULTANT_FINDING,
                head.said(),
                head.trouble().told(),
                Safety.UNKNOWN,
                until,
                route));
    }

    /** What stands before a case: each of the ways in which a lead can go. */
    private void leads(Said twin) {
        lead(
                new Said(twin.name(), null, twin.phone(), DemoNetwork.HEMING, null, null, null),
                "又打来问：上次说的药费的事，有人管了吗？",
                Safety.UNKNOWN,
                "reviewDuplicate",
                Route.CASE);
        lead(named("宋尚待"), "说母亲一个人住在鹤鸣，最近记性差，饭也不按时吃，想问能不能有人上门看看。", Safety.UNKNOWN, "triageLead", Route.CASE);
        lead(
                named("康急例"),
                "邻居闻到楼道里有煤气味，敲门没人应，里面住着一位独居老人。",
                new Safety(true, null, null, null),
                "emergencyResponse",
                Route.CASE);
        lead(named("严转例"), "外地医保，在这里看病报销不了，备案一直办不下来。", Safety.UNKNOWN, "transferLead", Route.lead("TRANSFER"));
        lead(named("金问例"), "想问临时救助要带哪些材料，到哪里办。", Safety.UNKNOWN, "answerEnquiry", Route.lead("ENQUIRY"));
        lead(named("毕虚例"), "有人说三楼的老人没人管，天天吃泡面。", Safety.UNKNOWN, "confirmUnfounded", Route.lead("UNFOUNDED"));
    }

    private void lead(Said said, String told, Safety safety, String until, Route route) {
        stories.add(new Story(0, HOTLINE_12345, said, told, safety, until, route));
    }

    private static Said named(String name) {
        return new Said(name, null, null, DemoNetwork.HEMING, null, null, null);
    }
}
