package org.jiuzhu.lead.web;

import java.util.List;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.lead.Push;
import org.jiuzhu.lead.PushLog;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far pushes have come, and which entries were refused: for stations and supervisors. */
@Controller
@RequestMapping("/leads/pushes")
class PushPages {

    private static final int PAGE = 25;

    private final PushLog log;
    private final PushWords pushWords;
    private final DueWords due;
    private final Words words;
    private final CurrentActor actors;

    PushPages(PushLog log, PushWords pushWords, DueWords due, Words words, CurrentActor actors) {
        this.log = log;
        this.pushWords = pushWords;
        this.due = due;
        this.words = words;
        this.actors = actors;
    }

    /** @param status in words */
    record Shown(
            String number,
            String from,
            String received,
            boolean finished,
            String status,
            int entries,
            int settled,
            int accepted,
            int duplicates,
            int rejected) {}

    record PushListPage(List<Shown> pushes, @Nullable Long next) {}

    record PushPage(Shown push, List<Row> rows, @Nullable Integer next) {}

    record Row(int row, @Nullable String sourceRef, List<PushWords.Problem> problems) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long after, Model model) {
        reader();
        List<Push> found = log.before(after, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute(
                "page",
                new PushListPage(
                        found.stream().limit(PAGE).map(this::shown).toList(),
                        more ? found.get(PAGE - 1).id() : null));
        return "lead/pushes";
    }

    @GetMapping("/{number}")
    String read(@PathVariable String number, @RequestParam(defaultValue = "0") int after, Model model) {
        reader();
        Push push = log.find(number).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lead.push.notFound"));
        PushLog.Page page = log.rows(push, true, after);
        model.addAttribute(
                "page",
                new PushPage(
                        shown(push),
                        page.rows().stream()
                                .map(row -> new Row(row.row(), row.sourceRef(), pushWords.problems(row)))
                                .toList(),
                        page.next()));
        return "lead/push";
    }

    private void reader() {
        if (!Reporting.maySeePushes(actors.get())) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "lead.push.notFound");
        }
    }

    private Shown shown(Push push) {
        return new Shown(
                push.number(),
                words.sayOr("timeline.actor." + push.pushedBy(), push.pushedBy()),
                due.at(push.receivedAt()),
                push.isFinished(),
                words.say("lead.push.state." + PushWords.status(push)),
                push.entries(),
                push.settled(),
                push.accepted(),
                push.duplicates(),
                push.rejected());
    }
}
