package org.jiuzhu.reference;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.reference.Facts.Category;
import org.jiuzhu.reference.Promise.Way;
import org.jiuzhu.rules.RulesOf;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.rules.VisitCadences;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jspecify.annotations.Nullable;

/** Asks the shipped product what the reference is asked, and says its answers in the reference's words. */
final class Shipped {

    static final Comparator<Owed> ORDER = Comparator.comparing(Owed::first)
            .thenComparing(Owed::next)
            .thenComparing(Owed::daily)
            .thenComparing(Owed::since);

    private static final Map<ServiceMode, Way> WAYS = new EnumMap<>(Map.of(
            ServiceMode.VISIT, Way.HOME,
            ServiceMode.RECEPTION, Way.AT_THE_OFFICE,
            ServiceMode.PHONE, Way.PHONE,
            ServiceMode.WECHAT, Way.WECHAT,
            ServiceMode.BUILDING_VIDEO, Way.BUILDING_VIDEO,
            ServiceMode.OTHER, Way.OTHER));

    private static final int SEVENTY = 70;

    private final VisitCadences cadences = RulesOf.cadences();
    private @Nullable Question last;
    private NoticeTier answer = NoticeTier.NONE;
    private final Map<String, PlanStep> demanded = new HashMap<>();

    NoticeTier tier(Facts facts, long day) {
        LocalDate today = date(day);
        var asked = new Question(
                facts,
                facts.birth() == null
                        ? null
                        : Period.between(date(facts.birth()), today).getYears() >= SEVENTY,
                within(facts.changes(), Period.ofMonths(6), today),
                within(facts.pushes(), Period.ofYears(1), today));
        if (!asked.equals(last)) {
            last = asked;
            answer = advised(asked);
        }
        return answer;
    }

    private NoticeTier advised(Question asked) {
        Tier tier = RulesOf.tier(profile(asked.facts().notice()), inputs(asked));
        return NoticeTier.valueOf(tier.name());
    }

    /** What the days make of the facts, as the register derives it. */
    private record Question(Facts facts, @Nullable Boolean aged70, boolean recentChange, boolean alert) {}

    private static boolean within(List<Long> happened, Period period, LocalDate today) {
        return happened.stream()
                .map(Shipped::date)
                .anyMatch(day -> !day.isAfter(today) && !day.plus(period).isBefore(today));
    }

    private static Map<String, @Nullable Object> inputs(Question asked) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        Facts facts = asked.facts();
        Set<Category> categories = facts.categories();
        inputs.put("active", !facts.gone());
        inputs.put("recipient", facts.recipient());
        inputs.put("hardship", facts.hardship());
        inputs.put("dibaoOrMarginal", categories.contains(Category.DIBAO) || categories.contains(Category.MARGINAL));
        inputs.put("destitute", categories.contains(Category.DESTITUTE));
        inputs.put("recentMajorChange", asked.recentChange());
        inputs.put("centralSupport", facts.centralSupport());
        inputs.put("aged70", asked.aged70());
        inputs.put("inDatabase", !categories.isEmpty());
        inputs.put("seriouslyIllOrDisabled", facts.illOrDisabled());
        inputs.put(
                "extraTier", facts.included() == null ? null : facts.included().name());
        inputs.put("illnessAlert", asked.alert());
        inputs.put("specialCare", facts.specialCare());
        return inputs;
    }

    /** A step wherever the tier or the profile is another than the day before. */
    List<PlanStep> steps(Life life, List<NoticeTier> tiers, long from) {
        List<PlanStep> steps = new ArrayList<>();
        String last = "";
        for (int i = 0; i < tiers.size(); i++) {
            Facts facts = life.on(from + i);
            if (facts == null) {
                continue;
            }
            String now = profile(facts.notice()) + " " + tiers.get(i);
            if (!now.equals(last)) {
                PlanStep wanted = wanted(
                        profile(facts.notice()), Tier.valueOf(tiers.get(i).name()));
                steps.add(new PlanStep(date(from + i), wanted.duties(), wanted.onNodes(), wanted.isEnd(), "TIER"));
                last = now;
            }
        }
        return steps;
    }

    private PlanStep wanted(String profile, Tier tier) {
        return demanded.computeIfAbsent(profile + tier, key -> {
            List<Duty> always = duties(profile, tier, false);
            List<Duty> onNodes = new ArrayList<>(duties(profile, tier, true));
            onNodes.removeAll(always);
            return new PlanStep(LocalDate.MIN, always, onNodes, tier == Tier.NONE, "TIER");
        });
    }

    private List<Duty> duties(String profile, Tier tier, boolean node) {
        return cadences.of(profile, tier, node).stream()
                .filter(cadence -> cadence.period() != Per.NONE)
                .map(Shipped::duty)
                .toList();
    }

    private static Duty duty(VisitCadence cadence) {
        return new Duty(cadence.period(), cadence.count(), cadence.channels(), cadence.distinctDays(), null);
    }

    static Owed card(Window window) {
        Owed owed = new Owed(
                window.span().start().toEpochDay(),
                window.span().end().toEpochDay(),
                window.owedFrom().toEpochDay(),
                promise(window.duty()),
                window.onNode(),
                null);
        return window.closing() == null
                ? owed
                : owed.strike(
                        window.closing().on().toEpochDay(), window.closing().kind() == Window.Closing.Kind.CANCELLED);
    }

    static Promise promise(Duty duty) {
        return new Promise(duty.count(), Unit.valueOf(duty.per().name()), ways(duty.channels()), duty.distinctDays());
    }

    private static Set<Way> ways(Channels channels) {
        return switch (channels) {
            case HOME -> Set.of(Way.HOME);
            case HOME_PHONE -> Set.of(Way.HOME, Way.PHONE);
            case HOME_PHONE_VIDEO -> Set.of(Way.HOME, Way.PHONE, Way.WECHAT, Way.BUILDING_VIDEO);
            case ANY -> Set.of(Way.values());
        };
    }

    static Contact contact(Verdict.Try one) {
        ServiceMode mode = WAYS.entrySet().stream()
                .filter(way -> way.getValue() == one.way())
                .findFirst()
                .orElseThrow()
                .getKey();
        return new Contact(
                date(one.on()),
                mode,
                switch (one.ending()) {
                    case SEEN -> Contact.Outcome.DONE;
                    case NOBODY_HOME -> Contact.Outcome.NOT_HOME;
                    case REFUSED -> Contact.Outcome.REFUSED;
                });
    }

    static Verdict verdict(WindowState said, Owed card, long day) {
        return switch (said.state()) {
            case UPCOMING, DUE -> day < card.since() ? Verdict.NOT_BEGUN : Verdict.RUNNING;
            case MET -> Verdict.MET;
            case ATTEMPTED -> Verdict.ATTEMPTED;
            case MISSED, OVERDUE -> Verdict.MISSED;
            case CANCELLED -> Verdict.CANCELLED;
        };
    }

    static String profile(Notice notice) {
        return notice.name().toLowerCase(Locale.ROOT);
    }

    static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }
}
