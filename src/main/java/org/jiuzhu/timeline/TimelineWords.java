package org.jiuzhu.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what happened in the reader's language. The sentence of a kind is {@code timeline.<kind>} in a module's messages,
 * with the event's details as named places: {@code {provider}}.
 */
@Component
public class TimelineWords {

    private static final String RECORD = "record";
    private static final Pattern CODES = Pattern.compile("[A-Z0-9_]+(,[A-Z0-9_]+)+");

    private final Words words;
    private final DueWords due;
    private final ReadableRecords records;

    TimelineWords(Words words, DueWords due, ReadableRecords records) {
        this.words = words;
        this.due = due;
        this.records = records;
    }

    public List<Entry> entries(List<TimelineEvent> events) {
        Set<String> readable = records.visible(events.stream()
                .map(event -> event.detail().get(RECORD))
                .filter(Objects::nonNull)
                .toList());
        return events.stream()
                .filter(event -> !event.told())
                .map(event -> entry(event, readable))
                .toList();
    }

    private Entry entry(TimelineEvent event, Set<String> readable) {
        String task = event.taskKey() == null ? null : words.say("timeline.task." + event.taskKey());
        String title = fill(words.say("timeline." + event.kind()), event.detail(), task);
        String by = event.actor().equals(Actor.SYSTEM)
                ? ""
                : words.sayOr("timeline.actor." + event.actor(), event.actorName());
        String when = due.at(event.at()) + (by.isEmpty() ? "" : words.say("timeline.by", by));
        String record = event.detail().get(RECORD);
        boolean opens = record != null && readable.contains(record);
        return new Entry(
                event.late() ? "late" : "done",
                icon(event),
                title,
                when,
                event.detail().get("note"),
                opens ? "/records?number=" + record : null,
                opens ? words.say("timeline.record.see") : null);
    }

    private String fill(String sentence, Map<String, String> detail, @Nullable String task) {
        String filled = task == null ? sentence : sentence.replace("{task}", task);
        for (Map.Entry<String, String> part : detail.entrySet()) {
            filled = filled.replace(
                    "{" + part.getKey() + "}", value("timeline.value." + part.getKey(), part.getValue()));
        }
        return filled;
    }

    /** Words for a code, or for several with commas between them; anything else stays as it is. */
    private String value(String key, String value) {
        return CODES.matcher(value).matches()
                ? Arrays.stream(value.split(","))
                        .map(code -> words.sayOr(key + "." + code, code))
                        .collect(Collectors.joining(words.say("timeline.and")))
                : words.sayOr(key + "." + value, value);
    }

    private static String icon(TimelineEvent event) {
        if (event.late()) {
            return "overdue";
        }
        return switch (event.kind()) {
            case "task.reminded" -> "bell";
            case "lead.received" -> "mail";
            case "record.written", "record.corrected", "record.movedIn", "record.movedOut" -> "doc";
            case "referral.offered", "referral.accepted", "referral.declined", "referral.silent" -> "transfer";
            default -> "check";
        };
    }
}
