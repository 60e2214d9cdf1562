package org.jiuzhu.casefile.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.casefile.AssistanceCase;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.ServicePlan;
import org.jiuzhu.casefile.web.CasePage.CaseDiagram;
import org.jiuzhu.casefile.web.CasePage.OpenTask;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Subjects;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.StageStep;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineEvent;
import org.jiuzhu.timeline.TimelineWords;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.OpenWork;
import org.jiuzhu.workflow.PageAction;
import org.jiuzhu.workflow.PageActions;
import org.jiuzhu.workflow.RunningProcess;
import org.jiuzhu.workflow.Stage;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts one case together for its page, as far as the reader's scope sees. */
@Component
@Transactional(readOnly = true)
class CaseView {

    private static final int HISTORY = 200;

    private final CaseDesk cases;
    private final MeasuresView measures;
    private final People people;
    private final Subjects subjects;
    private final Network network;
    private final OpenWork work;
    private final Models models;
    private final Timeline timeline;
    private final TimelineWords timelineWords;
    private final PageActions actions;
    private final CurrentActor actors;
    private final DueWords due;
    private final Words words;

    CaseView(
            CaseDesk cases,
            MeasuresView measures,
            People people,
            Subjects subjects,
            Network network,
            OpenWork work,
            Models models,
            Timeline timeline,
            TimelineWords timelineWords,
            PageActions actions,
            CurrentActor actors,
            DueWords due,
            Words words) {
        this.cases = cases;
        this.measures = measures;
        this.people = people;
        this.subjects = subjects;
        this.network = network;
        this.work = work;
        this.models = models;
        this.timeline = timeline;
        this.timelineWords = timelineWords;
        this.actions = actions;
        this.actors = actors;
        this.due = due;
        this.words = words;
    }

    CasePage of(AssistanceCase shown, Locale language) {
        List<WorkItem> open = work.ofCase(shown.id());
        List<Long> leads = cases.leadsOf(shown.id());
        List<TimelineEvent> events = timeline.ofCase(shown.id(), leads, HISTORY);
        return new CasePage(
                shown.number(),
                words.say("casefile.title", people.get(shown.personId()).name()),
                !shown.isOpen(),
                closedWords(shown),
                shown.urgency().name(),
                facts(shown, leads),
                subjects.of(shown.householdId(), shown.personId()),
                open.stream().map(item -> task(item, language)).toList(),
                measures.of(shown),
                stages(shown, open),
                timelineWords.entries(events),
                diagrams(shown, open, events, language),
                actions(shown));
    }

    private List<PageActions.Link> actions(AssistanceCase shown) {
        return Stream.concat(
                        actions.offered(PageAction.About.HOUSEHOLD, shown.householdId(), actors.get()).stream(),
                        actions.offered(PageAction.About.CASE, shown.id(), actors.get()).stream())
                .toList();
    }

    /** @throws Refusal NOT_FOUND if no such process is running any more */
    String diagram(AssistanceCase shown, int index, Locale language) {
        List<RunningProcess> running = running(work.ofCase(shown.id()));
        if (index < 0 || index >= running.size()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "casefile.notFound");
        }
        return models.diagram(running.get(index).processDefinitionId(), language);
    }

    private @Nullable String closedWords(AssistanceCase shown) {
        return shown.closedAt() == null
                ? null
                : words.say(
                        "casefile.closedWords",
                        due.day(LocalDate.ofInstant(shown.closedAt(), WorkCalendar.ZONE)),
                        words.say("casefile.outcome." + shown.outcome()));
    }

    private List<Fact> facts(AssistanceCase shown, List<Long> leads) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("received", due.at(shown.receivedAt())));
        facts.add(fact("opened", due.at(shown.openedAt())));
        facts.add(fact("leads", words.say("casefile.leads", leads.size())));
        Optional.ofNullable(shown.findings()).ifPresent(found -> facts.add(fact("findings", found)));
        cases.latestPlan(shown.id()).ifPresent(plan -> addPlan(facts, plan));
        Optional.ofNullable(shown.summary()).ifPresent(summary -> facts.add(fact("summary", summary)));
        return facts;
    }

    private void addPlan(List<Fact> facts, ServicePlan plan) {
        facts.add(fact("round", words.say("casefile.plan", words.say("casefile.plan." + plan.state()), plan.round())));
        facts.add(fact("goal", plan.goal()));
        Optional.ofNullable(plan.reviewOn()).ifPresent(day -> facts.add(fact("reviewOn", due.day(day))));
    }

    private Fact fact(String name, String value) {
        return new Fact(words.say("casefile.fact." + name), value);
    }

    private OpenTask task(WorkItem item, Locale language) {
        return new OpenTask(
                item.taskId(),
                models.taskName(item.processDefinitionId(), item.taskKey(), language),
                due.of(item.dueAt()),
                who(item),
                "open");
    }

    private String who(WorkItem item) {
        if (item.held() != null) {
            return words.say("casefile.held." + item.held());
        }
        return item.assignee() == null ? words.say("casefile.nobodyYet") : name(item.assignee());
    }

    private String name(String username) {
        return network.consultant(username).map(Consultant::displayName).orElse(username);
    }

    private List<StageStep> stages(AssistanceCase shown, List<WorkItem> open) {
        Optional<WorkItem> next = open.stream().findFirst();
        Stage here = shown.isOpen() ? next.map(WorkItem::stage).orElse(Stage.INTAKE) : null;
        return Arrays.stream(Stage.values())
                .map(stage -> new StageStep(
                        words.say("stage." + stage),
                        here == null || stage.compareTo(here) < 0 ? "done" : stage == here ? "here" : "later",
                        stage == here
                                ? next.map(item -> due.of(item.dueAt()).detail())
                                        .orElse(null)
                                : null))
                .toList();
    }

    private List<CaseDiagram> diagrams(
            AssistanceCase shown, List<WorkItem> open, List<TimelineEvent> events, Locale language) {
        List<RunningProcess> running = running(open);
        Set<String> finished = events.stream()
                .filter(event -> event.kind().startsWith("task.userTask_"))
                .map(TimelineEvent::taskKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return IntStream.range(0, running.size())
                .mapToObj(index -> new CaseDiagram(
                        models.processName(running.get(index).processDefinitionId(), language),
                        "/cases/" + shown.number() + "/diagrams/" + index,
                        String.join(",", running.get(index).activeActivityIds()),
                        done(running.get(index), finished)))
                .toList();
    }

    private String done(RunningProcess process, Set<String> finished) {
        return models.doneSteps(process.processDefinitionId(), finished).stream()
                .filter(step -> !process.activeActivityIds().contains(step))
                .collect(Collectors.joining(","));
    }

    private List<RunningProcess> running(List<WorkItem> open) {
        return open.stream()
                .findFirst()
                .map(item -> models.family(item.processInstanceId()))
                .orElse(List.of());
    }
}
