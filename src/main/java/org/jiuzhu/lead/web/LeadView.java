package org.jiuzhu.lead.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.lead.Answer;
import org.jiuzhu.lead.Lead;
import org.jiuzhu.lead.LeadReader;
import org.jiuzhu.lead.LeadState;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.lifecycle.LeadCases;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a lead in the reader's words; numbers that identify stay masked. */
@Component
class LeadView {

    private static final int ENTRIES = 100;

    private final LeadReader reader;
    private final LeadCases cases;
    private final Network network;
    private final Timeline timeline;
    private final TimelineWords timelineWords;
    private final DueWords due;
    private final Words words;

    LeadView(
            LeadReader reader,
            LeadCases cases,
            Network network,
            Timeline timeline,
            TimelineWords timelineWords,
            DueWords due,
            Words words) {
        this.reader = reader;
        this.cases = cases;
        this.network = network;
        this.timeline = timeline;
        this.timelineWords = timelineWords;
        this.due = due;
        this.words = words;
    }

    LeadPage of(LeadReader.Standing standing) {
        Lead lead = standing.lead();
        String name = lead.said().name();
        return new LeadPage(
                lead.number(),
                name == null ? words.say("lead.page.anonymous") : name,
                lead.urgency().name(),
                lead.state() == LeadState.RECEIVED,
                words.say("lead.state." + lead.state()),
                lead.replyDueAt() == null || !standing.answers().isEmpty() ? null : due.of(lead.replyDueAt()),
                caseOf(lead),
                notes(lead),
                lead.story(),
                questionable(lead),
                person(lead.said()),
                facts(lead),
                standing.answers().stream().map(answer -> reply(answer, lead)).toList(),
                timelineWords.entries(timeline.ofLead(lead.id(), ENTRIES)));
    }

    private @Nullable String caseOf(Lead lead) {
        ActiveCase became = cases.of(List.of(lead.id())).get(lead.id());
        return became == null ? null : became.number();
    }

    private List<String> notes(Lead lead) {
        List<String> notes = new ArrayList<>();
        if (lead.state() == LeadState.RECEIVED && lead.isAskSafety()) {
            notes.add(words.say("lead.askSafety"));
        }
        if (lead.isPlaceAssumed()) {
            notes.add(words.say("lead.placeAssumed", place(lead)));
        }
        return notes;
    }

    private List<String> questionable(Lead lead) {
        return lead.questionable().stream()
                .map(problem -> words.say(
                        "lead.labelled",
                        words.say("lead.field." + problem.field()),
                        words.say(problem.messageKey(), problem.args().toArray())))
                .toList();
    }

    private List<Fact> person(Said said) {
        return Stream.of(
                        fact("name", said.name()),
                        fact("idNumber", masked(said.idNumber(), true)),
                        fact("phone", masked(said.phone(), false)),
                        fact("committeeCode", committee(said)),
                        fact("address", address(said)))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Fact> facts(Lead lead) {
        return Stream.of(
                        fact("source", words.say("lead.source." + lead.source())),
                        fact("department", department(lead)),
                        fact("sourceRef", ref(lead)),
                        fact("receivedAt", due.at(lead.receivedAt())),
                        fact("reporter", lead.reporterName()),
                        fact("reporterPhone", masked(lead.reporterPhone(), false)),
                        fact("safety", safety(lead.safety())),
                        fact("place", place(lead)),
                        fact("replyDue", lead.replyDueAt() == null ? null : due.moment(lead.replyDueAt())))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String department(Lead lead) {
        return lead.fromDepartment() == null ? null : words.say("lead.department." + lead.fromDepartment());
    }

    /** One that we made up ourselves says nothing to anybody. */
    private static @Nullable String ref(Lead lead) {
        String ref = lead.sourceRef();
        return ref == null || ref.startsWith("row-") || ref.startsWith("form-") ? null : ref;
    }

    private @Nullable Fact fact(String field, @Nullable String value) {
        return value == null ? null : new Fact(words.say("lead.field." + field), value);
    }

    private String safety(Safety safety) {
        return Stream.of(
                        danger(safety.dangerToLife()),
                        flag("minorAtRisk", safety.minorAtRisk()),
                        flag("majorChange", safety.majorChange()),
                        flag("streetPerson", safety.streetPerson()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
    }

    private String danger(@Nullable Boolean danger) {
        String answer = danger == null ? "lead.unknown" : danger ? "lead.yes" : "lead.no";
        return words.say("lead.labelled", words.say("lead.field.dangerToLife"), words.say(answer));
    }

    private @Nullable String flag(String field, @Nullable Boolean set) {
        return Boolean.TRUE.equals(set) ? words.say("lead.field." + field) : null;
    }

    private @Nullable String committee(Said said) {
        String code = said.committeeCode();
        return code == null ? null : network.find(code).map(unit -> unit.name()).orElse(code);
    }

    private static @Nullable String address(Said said) {
        String address =
                Stream.of(said.road(), said.room()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return address.isEmpty() ? null : address;
    }

    private String place(Lead lead) {
        return network.unit(lead.place().orgCode()).name();
    }

    private LeadPage.Reply reply(Answer answer, Lead lead) {
        return new LeadPage.Reply(
                reader.text(answer, lead, LocaleContextHolder.getLocale()),
                due.at(answer.createdAt()),
                words.say("lead.reply.state." + answer.state()));
    }

    /** What is no number at all is shown as far as its ends. */
    private static @Nullable String masked(@Nullable String said, boolean id) {
        if (said == null) {
            return null;
        }
        try {
            return id ? new IdNumber(said).masked() : new Phone(said).masked();
        } catch (InvalidValue unreadable) {
            return said.length() < 8 ? said : said.substring(0, 3) + "****" + said.substring(said.length() - 4);
        }
    }
}
