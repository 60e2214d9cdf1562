package org.jiuzhu.worklist.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.Stage;
import org.jiuzhu.workflow.WorkItem;
import org.jiuzhu.worklist.Counts;
import org.jiuzhu.worklist.Filter;
import org.jiuzhu.worklist.PageKey;
import org.jiuzhu.worklist.RowSubjects;
import org.jiuzhu.worklist.RowSubjects.RowSubject;
import org.jiuzhu.worklist.WorkList;
import org.jiuzhu.worklist.web.WorkListPage.Filters;
import org.jiuzhu.worklist.web.WorkListPage.Group;
import org.jiuzhu.worklist.web.WorkListPage.Numbers;
import org.jiuzhu.worklist.web.WorkListPage.Option;
import org.jiuzhu.worklist.web.WorkListPage.Row;
import org.jiuzhu.worklist.web.WorkListPage.StageBar;
import org.jiuzhu.worklist.web.WorkListPage.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of the morning: what is late, then today, then later. */
@Controller
class WorkListController {

    private final WorkList workList;
    private final RowSubjects subjects;
    private final CurrentActor currentActor;
    private final Models models;
    private final DueWords due;
    private final Words words;
    private final Clock clock;

    WorkListController(
            WorkList workList,
            RowSubjects subjects,
            CurrentActor currentActor,
            Models models,
            DueWords due,
            Words words,
            Clock clock) {
        this.workList = workList;
        this.subjects = subjects;
        this.currentActor = currentActor;
        this.models = models;
        this.due = due;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/tasks";
    }

    @GetMapping("/tasks")
    String list(
            @RequestParam(defaultValue = "all") String scope,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Locale locale,
            Model model) {
        Actor actor = currentActor.get();
        Filter filter = new Filter(scope(scope), overdue, urgent, stage(stage));
        Counts counts = workList.counts(actor);
        WorkList.Page page = workList.page(actor, filter, PageKey.parse(after));
        int total = total(filter, counts);
        model.addAttribute(
                "page",
                new WorkListPage(
                        filter.scope().name().toLowerCase(Locale.ROOT),
                        new Filters(
                                overdue,
                                urgent,
                                filter.stage() == null ? null : filter.stage().name()),
                        new Numbers(
                                counts.mine(),
                                counts.open(),
                                counts.all(),
                                counts.overdue(),
                                counts.today(),
                                counts.urgent()),
                        Arrays.stream(Stage.values())
                                .map(s -> new Option(s.name(), words.say("stage." + s)))
                                .toList(),
                        groups(page.items(), counts, filter, actor, locale),
                        page.items().size(),
                        total >= WorkList.COUNT_CAP ? WorkList.COUNT_CAP + "+" : String.valueOf(total),
                        page.next() == null ? null : page.next().toString(),
                        actor.mayAct() && !actor.has("ngoWorker")));
        return fragment ? "worklist/list :: work" : "worklist/list";
    }

    private static Filter.Scope scope(String text) {
        return Arrays.stream(Filter.Scope.values())
                .filter(s -> s.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(Filter.Scope.ALL);
    }

    private static @Nullable Stage stage(String text) {
        return Arrays.stream(Stage.values())
                .filter(s -> s.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static int total(Filter filter, Counts counts) {
        if (filter.overdueOnly()) {
            return counts.overdue();
        }
        if (filter.urgentOnly()) {
            return counts.urgent();
        }
        return switch (filter.scope()) {
            case MINE -> counts.mine();
            case OPEN -> counts.open();
            case ALL -> counts.all();
        };
    }

    private List<Group> groups(List<WorkItem> items, Counts counts, Filter filter, Actor actor, Locale locale) {
        Map<String, RowSubject> about = items.isEmpty() ? Map.of() : subjects.of(items, actor);
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (WorkItem item : items) {
            rows.computeIfAbsent(group(item), key -> new ArrayList<>())
                    .add(row(item, about.getOrDefault(item.taskId(), RowSubject.UNKNOWN), actor, locale));
        }
        boolean whole = filter.equals(Filter.EVERYTHING);
        return rows.entrySet().stream()
                .map(e -> new Group(
                        e.getKey(),
                        words.say("worklist.group." + e.getKey()),
                        whole
                                ? capped(count(e.getKey(), counts))
                                : String.valueOf(e.getValue().size()),
                        e.getValue()))
                .toList();
    }

    private static int count(String group, Counts counts) {
        return switch (group) {
            case "overdue" -> counts.overdue();
            case "today" -> counts.today();
            case "week" -> counts.thisWeek();
            default -> counts.later();
        };
    }

    private static String capped(int count) {
        return count >= WorkList.COUNT_CAP ? WorkList.COUNT_CAP + "+" : String.valueOf(count);
    }

    private String group(WorkItem item) {
        if (!clock.instant().isBefore(item.dueAt())) {
            return "overdue";
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        LocalDate last = DueState.lastDay(item.dueAt());
        if (last.equals(today)) {
            return "today";
        }
        return last.isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))) ? "later" : "week";
    }

    private Row row(WorkItem item, RowSubject about, Actor actor, Locale locale) {
        boolean mine = actor.username().equals(item.assignee());
        List<String> meta = new ArrayList<>(about.meta());
        meta.add(item.number());
        if (item.escalatedAt() != null) {
            meta.add(words.say("worklist.escalated"));
        } else if (item.remindedAt() != null) {
            meta.add(words.say("worklist.reminded"));
        }
        return new Row(
                item.taskId(),
                models.taskName(item.processDefinitionId(), item.taskKey(), locale),
                due.of(item.dueAt()),
                item.urgency().name(),
                about.name(),
                meta,
                null,
                new StageBar(words.say("stage." + item.stage()), item.stage().step(), Stage.values().length),
                new Who(mine, words.say(mine ? "worklist.who.me" : "worklist.who.open"), null),
                mine ? "continue" : "claim");
    }
}
