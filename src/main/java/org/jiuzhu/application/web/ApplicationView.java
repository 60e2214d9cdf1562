package org.jiuzhu.application.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiuzhu.application.Application;
import org.jiuzhu.application.ApplicationResults;
import org.jiuzhu.application.ApplicationWords;
import org.jiuzhu.application.Commitment;
import org.jiuzhu.application.Result;
import org.jiuzhu.application.Submission;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.Subjects;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts one application together for its page, as far as the reader's scope sees. */
@Component
@Transactional(readOnly = true)
class ApplicationView {

    private final ApplicationResults results;
    private final ApplicationWords say;
    private final Subjects subjects;
    private final Network network;
    private final DueWords days;
    private final Words words;

    ApplicationView(
            ApplicationResults results,
            ApplicationWords say,
            Subjects subjects,
            Network network,
            DueWords days,
            Words words) {
        this.results = results;
        this.say = say;
        this.subjects = subjects;
        this.network = network;
        this.days = days;
        this.words = words;
    }

    /** @param mayEnter whether the reader enters result letters */
    ApplicationPage of(Application shown, boolean mayEnter) {
        String policy = say.policy(shown);
        return new ApplicationPage(
                shown.number(),
                policy.isEmpty() ? words.say("application.title") : policy,
                say.state(shown),
                words.say("application.status." + shown.status()),
                "/cases/" + shown.caseId(),
                note(shown.commitment()),
                facts(shown),
                subjects.of(shown.householdId(), shown.personId()),
                mayEnter ? "/applications/" + shown.number() + "/result" : null);
    }

    /** In principle everybody signs (PT(一)): whoever reads sees at once that here nobody did, why, and who allowed it. */
    private @Nullable String note(@Nullable Commitment commitment) {
        return commitment == null || commitment.kind() != Commitment.Kind.EXCEPTED
                ? null
                : words.say(
                        "application.exceptionNote",
                        name(String.valueOf(commitment.approvedBy())),
                        String.valueOf(commitment.reason()));
    }

    private List<Fact> facts(Application shown) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "policy", say.policy(shown));
        if (shown.eligibility() != null) {
            add(
                    facts,
                    "eligibility",
                    words.say(
                            "application.detail.result",
                            words.say("application.eligibility." + shown.eligibility()),
                            words.say("application.indication")));
        }
        add(facts, "explainedOn", shown.explainedOn());
        Commitment commitment = shown.commitment();
        if (commitment != null) {
            add(
                    facts,
                    "commitment",
                    words.say("application.commitment." + commitment.kind(), days.day(commitment.on())));
        }
        add(facts, "materials", materials(shown.materials()));
        add(facts, "sharedProofs", materials(shown.sharedProofs()));
        add(facts, "missing", shown.missing());
        Submission submission = shown.submission();
        if (submission != null) {
            add(
                    facts,
                    "submission",
                    words.say("application.window.on", days.day(submission.on()), submission.window()));
            add(facts, "receipt", submission.receiptNumber());
        }
        add(facts, "acceptedOn", shown.acceptedOn());
        addResult(facts, shown);
        add(facts, "endReason", shown.endReason());
        int late = results.lateOnes(shown.id());
        if (late > 0) {
            add(facts, "late", words.say("application.late", late));
        }
        return facts;
    }

    private void addResult(List<Fact> facts, Application shown) {
        Result result = shown.result();
        if (result != null) {
            add(
                    facts,
                    "result",
                    words.say(
                            "application.window.on",
                            words.say("application.result." + result.kind()),
                            days.day(result.on())));
            add(facts, "reference", result.reference());
            add(facts, "resultNote", result.note());
        }
        add(facts, "resultExplainedOn", shown.resultExplainedOn());
        if (Boolean.TRUE.equals(shown.appealTold())) {
            add(facts, "appealTold", words.say("application.told"));
        }
    }

    private void add(List<Fact> facts, String name, @Nullable LocalDate day) {
        add(facts, name, day == null ? null : days.day(day));
    }

    private void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(words.say("application.fact." + name), value));
        }
    }

    private String materials(List<String> codes) {
        return codes.stream()
                .map(code -> words.say("application.material." + code))
                .collect(Collectors.joining(words.say("application.comma")));
    }

    private String name(String username) {
        return network.consultant(username).map(Consultant::displayName).orElse(username);
    }
}
