package org.jiuzhu.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Refusal.Kind;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One task for programs, by the same rules as on its page. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class TaskApi {

    private final TaskDesk desk;
    private final TaskForms forms;
    private final Models models;
    private final CurrentActor currentActor;

    TaskApi(TaskDesk desk, TaskForms forms, Models models, CurrentActor currentActor) {
        this.desk = desk;
        this.forms = forms;
        this.models = models;
        this.currentActor = currentActor;
    }

    /**
     * @param number business number of the lead, case, referral or conference
     * @param assignee account that holds the task; null where it waits for somebody
     * @param schema the Camunda Form to answer
     * @param data options and values that the form shows
     */
    record TaskDetail(
            String id,
            String taskKey,
            String name,
            String process,
            String number,
            Urgency urgency,
            Instant createdAt,
            Instant dueAt,
            @Nullable String assignee,
            @Nullable Long householdId,
            @Nullable Long caseId,
            @Nullable Long leadId,
            JsonNode schema,
            JsonNode data) {}

    /** @param answers by the keys of the task's form */
    record Answers(@Nullable Map<String, Object> answers) {}

    @GetMapping
    TaskDetail task(@PathVariable String id, Locale locale) {
        Actor actor = currentActor.get();
        WorkItem item = desk.open(id, actor);
        TaskForms.Opened form = forms.open(id, actor, locale);
        return new TaskDetail(
                item.taskId(),
                item.taskKey(),
                models.taskName(item.processDefinitionId(), item.taskKey(), locale),
                item.processKey(),
                item.number(),
                item.urgency(),
                item.createdAt(),
                item.dueAt(),
                item.assignee(),
                item.householdId(),
                item.caseId(),
                item.leadId(),
                form.schema(),
                form.data());
    }

    @PostMapping("/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String id) {
        desk.claim(id, currentActor.get());
    }

    @PostMapping("/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String id) {
        desk.release(id, currentActor.get());
    }

    @PostMapping("/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestBody Answers body, Locale locale) {
        if (body.answers() == null) {
            throw new Refusal(Kind.UNPROCESSABLE, "task.answersMissing");
        }
        forms.complete(id, body.answers(), currentActor.get(), locale);
    }
}
