package org.jiuzhu.worklist.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.access.Role;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Diagram;
import org.jiuzhu.shared.view.StageStep;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineEvent;
import org.jiuzhu.timeline.TimelineWords;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.RecordGate;
import org.jiuzhu.workflow.Stage;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.WorkItem;
import org.jiuzhu.worklist.TaskSubjects;
import org.jiuzhu.worklist.web.TaskPage.RecordLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** One task: the form, whom it is about, where it stands and what came before. */
@Controller
class TaskController {

    private static final int HISTORY = 20;
    private static final Set<String> VISITS = Set.of("visit", "refused-visits");

    private final TaskDesk desk;
    private final TaskHandlers handlers;
    private final TaskSubjects subjects;
    private final Network network;
    private final RecordGate records;
    private final CurrentActor currentActor;
    private final Models models;
    private final Timeline timeline;
    private final TimelineWords timelineWords;
    private final DueWords due;
    private final Words words;

    TaskController(
            TaskDesk desk,
            TaskHandlers handlers,
            TaskSubjects subjects,
            Network network,
            RecordGate records,
            CurrentActor currentActor,
            Models models,
            Timeline timeline,
            TimelineWords timelineWords,
            DueWords due,
            Words words) {
        this.desk = desk;
        this.handlers = handlers;
        this.subjects = subjects;
        this.network = network;
        this.records = records;
        this.currentActor = currentActor;
        this.models = models;
        this.timeline = timeline;
        this.timelineWords = timelineWords;
        this.due = due;
        this.words = words;
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, Locale locale, Model model) {
        Actor actor = currentActor.get();
        WorkItem item = desk.open(id, actor);
        TaskSubjects.About about = subjects.of(item, actor);
        List<TimelineEvent> events = history(item, actor);
        List<String> active = models.activeActivityIds(item.processInstanceId());
        String task = models.taskName(item.processDefinitionId(), item.taskKey(), locale);
        String whyNot = whyNot(item, actor);
        String state = item.assignee() == null ? "open" : actor.username().equals(item.assignee()) ? "mine" : "other";
        model.addAttribute(
                "page",
                new TaskPage(
                        id,
                        about.name() == null ? task : words.say("worklist.task.title", task, about.name()),
                        words.say("worklist.number." + item.number().substring(0, 2), item.number()),
                        about.numberHref(),
                        due.of(item.dueAt()),
                        null,
                        item.urgency().name(),
                        role(actor),
                        state,
                        "other".equals(state) ? heldBy(item) : null,
                        "open".equals(state) && whyNot == null,
                        whyNot,
                        null,
                        null,
                        about.panel(),
                        about.doorHint(),
                        about.seenNote(),
                        record(item),
                        stages(item),
                        timelineWords.entries(events),
                        new Diagram(
                                "/tasks/" + id + "/diagram",
                                String.join(",", active),
                                String.join(",", done(item, events, active)))));
        return "worklist/task";
    }

    /** All of a masked number, for thirty seconds; what was looked at is on record. */
    @PostMapping("/tasks/{id}/reveal")
    @ResponseBody
    Map<String, String> reveal(@PathVariable String id) {
        Actor actor = currentActor.get();
        return Map.of("value", subjects.revealPhone(desk.open(id, actor), actor));
    }

    private @Nullable String whyNot(WorkItem item, Actor actor) {
        if (!actor.mayAct()) {
            return words.say("task.notFiled");
        }
        try {
            handlers.of(item.taskKey()).checkClaim(desk.context(item), actor);
            return null;
        } catch (Refusal refusal) {
            return words.say(refusal.messageKey(), refusal.args().toArray());
        }
    }

    private @Nullable String heldBy(WorkItem item) {
        return item.assignee() == null
                ? null
                : network.consultant(item.assignee())
                        .map(Consultant::displayName)
                        .orElse(item.assignee());
    }

    private List<TimelineEvent> history(WorkItem item, Actor actor) {
        if (actor.has("ngoWorker")) {
            Object referral = desk.context(item).optional("referralId");
            return referral instanceof Number id ? timeline.ofReferral(id.longValue(), HISTORY) : List.of();
        }
        if (item.caseId() != null) {
            return timeline.ofCase(item.caseId(), subjects.leadsOf(item.caseId()), HISTORY);
        }
        return item.leadId() == null ? List.of() : timeline.ofLead(item.leadId(), HISTORY);
    }

    private List<String> done(WorkItem item, List<TimelineEvent> events, List<String> active) {
        Set<String> finished = events.stream()
                .filter(event -> event.kind().startsWith("task.userTask_"))
                .map(TimelineEvent::taskKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return models.doneSteps(item.processDefinitionId(), finished).stream()
                .filter(step -> !active.contains(step))
                .toList();
    }

    private @Nullable RecordLink record(WorkItem item) {
        return handlers.of(item.taskKey()).needsRecord()
                ? new RecordLink(records.hasRecord(item.taskId()), "/tasks/" + item.taskId() + "/record")
                : null;
    }

    /** A visit is no part of a case. */
    private List<StageStep> stages(WorkItem item) {
        if (VISITS.contains(item.processKey())) {
            return List.of();
        }
        return Arrays.stream(Stage.values())
                .map(stage -> {
                    int order = stage.compareTo(item.stage());
                    String state = order < 0 ? "done" : order == 0 ? "here" : "later";
                    return new StageStep(
                            words.say("stage." + stage),
                            state,
                            order == 0 ? due.of(item.dueAt()).detail() : null);
                })
                .toList();
    }

    private String role(Actor actor) {
        return Role.strongest(actor.roles())
                .map(role -> words.say("role." + role.id()))
                .orElse("");
    }
}
