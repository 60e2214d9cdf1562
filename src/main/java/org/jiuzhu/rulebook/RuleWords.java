package org.jiuzhu.rulebook;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.WrittenTable.Column;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A row in the reader's words. What a modeler has added and nobody has worded stands as it is written. */
@Component
public class RuleWords {

    /** Deadlines that carry no reminder of their own: they are due at once, or are reminders themselves. */
    private static final Set<String> ALONE = Set.of("AT_ONCE", "LAST_WORKDAYS", "DAY_OF_WEEK", "HOUR_OF_DAY");

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|true|false|null|-?\\d+");

    private final Words words;

    RuleWords(Words words) {
        this.words = words;
    }

    /** What the row is about. */
    public String label(Held held) {
        return switch (held.table().id()) {
            case "case-rules" -> code("rulebook.rule.", held.condition("rule"));
            case "jurisdiction" -> code("rulebook.parameter.", held.condition("parameter"));
            case "staffing" ->
                words.say(
                        "rulebook.label",
                        code("rulebook.unitKind.", held.condition("unitKind")),
                        code("rulebook.staffing.", held.condition("rule")));
            case "training" -> code("rulebook.audience.", held.condition("audience"));
            case "task-routing" -> step(held.condition("step"));
            case "deadlines" -> qualified(step(held.condition("step")), conditions(held, "profile", "step"));
            case "visit-cadence" -> tier(held);
            default -> conditions(held, "profile", "mode");
        };
    }

    /** What it says. */
    public String value(Held held) {
        return switch (held.table().id()) {
            case "case-rules" -> caseRule(held.condition("rule"), held.conclusion("value"));
            case "jurisdiction" -> code("rulebook.value.", held.conclusion("value"));
            case "staffing" -> staffing(held.condition("rule"), held.conclusion("value"));
            case "training" -> training(held.conclusion("period"), held.conclusion("count"));
            case "task-routing" -> code("role.", held.conclusion("role"));
            case "deadlines" -> deadline(held);
            case "visit-cadence" -> counted("rulebook.cadence.", held.conclusion("period"), held.conclusion("count"));
            case "visit-tier" -> code("rules.tier.", held.conclusion("tier"));
            default -> conclusions(held);
        };
    }

    /** What counts as a visit, said apart because it has a source of its own; empty for other rows. */
    public String channels(Held held) {
        return held.row().conclusions().containsKey("channels")
                        && !held.conclusion("period").equals("NONE")
                ? code("rulebook.channels.", held.conclusion("channels"))
                : "";
    }

    private String caseRule(String rule, String value) {
        if (value.startsWith("P")) {
            try {
                Period period = Period.parse(value);
                return period.getYears() > 0
                        ? words.say("rulebook.years", period.getYears())
                        : words.say("rulebook.months", period.toTotalMonths());
            } catch (DateTimeException otherwise) {
                return value;
            }
        }
        return number(value) && known("rulebook.unit." + rule)
                ? words.say("rulebook.unit." + rule, Integer.valueOf(value))
                : cell(value);
    }

    private String staffing(String rule, String value) {
        return number(value) && known("rulebook.staffing.unit." + rule)
                ? words.say("rulebook.staffing.unit." + rule, Integer.valueOf(value))
                : value.equals("null") ? words.say("rulebook.notRequired") : cell(value);
    }

    private String training(String period, String count) {
        return counted("rulebook.training.", period, count);
    }

    private String counted(String prefix, String period, String count) {
        return known(prefix + period)
                ? words.say(prefix + period, number(count) ? Integer.valueOf(count) : 0)
                : count + " " + period;
    }

    private String deadline(Held held) {
        String amount = counted("rulebook.deadline.", held.conclusion("unit"), held.conclusion("amount"));
        if (ALONE.contains(held.conclusion("unit"))) {
            return amount;
        }
        String before = held.conclusion("reminderBefore");
        String unit = held.conclusion("unit").equals("WORKING_HOUR") ? "WORKING_HOUR" : "WORKDAY";
        return words.say(
                "rulebook.deadline",
                amount,
                before.equals("0") ? words.say("rulebook.remind.lastDay") : counted("rulebook.remind.", unit, before));
    }

    private String tier(Held held) {
        String tiers = parts(held.condition("tier"), "rules.tier.");
        return held.condition("specialNode").equals("true") ? words.say("rulebook.onSpecialNode", tiers) : tiers;
    }

    private String step(String step) {
        return words.sayOr("rulebook.step." + step, words.sayOr("timeline.task.userTask_" + step, step));
    }

    private String conditions(Held held, String... without) {
        Locale locale = LocaleContextHolder.getLocale();
        List<String> said = new ArrayList<>();
        for (Column input : held.table().inputs()) {
            String cell = held.row().conditions().getOrDefault(input.name(), "-");
            if (!List.of(without).contains(input.name()) && !cell.equals("-")) {
                said.add(words.say("rulebook.is", input.label().in(locale), condition(input.name(), cell)));
            }
        }
        return said.isEmpty() ? words.say("rulebook.otherwise") : String.join(words.say("rulebook.and"), said);
    }

    private String condition(String input, String cell) {
        if (cell.startsWith("not(")) {
            return words.say("rulebook.not", parts(cell, "rulebook.value."));
        }
        return PART.matcher(cell).replaceAll("").replaceAll("[,\\s]", "").isEmpty()
                ? parts(cell, input.equals("tier") ? "rules.tier." : "rulebook.value.")
                : cell;
    }

    private String conclusions(Held held) {
        Map<String, String> cells = held.row().conclusions();
        return held.table().outputs().stream()
                .filter(output -> !List.of("source", "reason").contains(output.name()))
                .map(output -> output.name().equals("askSafety") ? askSafety(cells) : said(held, output))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(words.say("rulebook.and")));
    }

    private String askSafety(Map<String, String> cells) {
        String cell = String.valueOf(cells.get("askSafety"));
        return cell.equals("false")
                ? ""
                : words.say(cell.equals("true") ? "rulebook.askSafety" : "rulebook.askIfUnknown");
    }

    private String said(Held held, Column output) {
        String cell = held.conclusion(output.name());
        return switch (output.name()) {
            case "offer" -> words.say(cell.equals("true") ? "rulebook.offer" : "rulebook.noOffer");
            case "route" -> step(cell);
            case "class" -> code("rules.policyFind.", cell);
            default -> cell(cell);
        };
    }

    private String cell(String value) {
        return parts(value.isEmpty() ? value : quoted(value), "rulebook.value.");
    }

    private static String quoted(String value) {
        return PART.matcher(value).matches() ? value : "\"" + value + "\"";
    }

    private String parts(String cell, String prefix) {
        List<String> parts = PART.matcher(cell)
                .results()
                .map((MatchResult part) -> part.group(1) == null ? part.group() : part.group(1))
                .map(part -> number(part) ? part : code(prefix, part))
                .toList();
        return parts.isEmpty() ? code(prefix, cell) : String.join(words.say("rulebook.or"), parts);
    }

    private String qualified(String what, String when) {
        return when.equals(words.say("rulebook.otherwise")) ? what : words.say("rulebook.label", what, when);
    }

    private String code(String prefix, String code) {
        return words.sayOr(prefix + code, words.sayOr("rulebook.value." + code, code));
    }

    private boolean known(String key) {
        return !words.sayOr(key, "").isEmpty();
    }

    private static boolean number(String text) {
        return text.matches("-?\\d{1,9}");
    }
}
