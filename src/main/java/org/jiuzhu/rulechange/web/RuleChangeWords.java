package org.jiuzhu.rulechange.web;

import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.rulechange.CadenceRow;
import org.jiuzhu.rulechange.CaseRuleRow;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleRow;
import org.jiuzhu.rulechange.TierRow;
import org.jiuzhu.rulechange.TierRow.Answer;
import org.jiuzhu.rulechange.web.RuleChangeViews.Difference;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.PlanChange.Demanded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Duties, tiers and differences in the reader's words. */
@Component
class RuleChangeWords {

    private final Words words;

    RuleChangeWords(Words words) {
        this.words = words;
    }

    String profile(String code) {
        return words.sayOr("rules.profile." + code, code);
    }

    /** The mode's name for tiers, the profile's for the others. */
    String set(Kind kind, String code) {
        return kind == Kind.TIER ? words.sayOr("rulebook.value." + code, code) : profile(code);
    }

    /** What a row is about. */
    String what(RuleRow row) {
        if (row instanceof CadenceRow cadence) {
            return tier(cadence);
        }
        return row instanceof TierRow tier
                ? words.sayOr("rules.tier.reason." + tier.reason(), tier.reason())
                : words.sayOr(
                        "rulebook.rule." + ((CaseRuleRow) row).rule().code(),
                        ((CaseRuleRow) row).rule().code());
    }

    /** What it says. */
    String says(RuleRow row) {
        if (row instanceof CadenceRow cadence) {
            return whole(cadence.duty());
        }
        return row instanceof TierRow tier ? tier(tier) : value((CaseRuleRow) row);
    }

    private String tier(TierRow row) {
        String conditions = row.facts().entrySet().stream()
                .filter(fact -> fact.getValue() != Answer.ANY)
                .map(fact -> words.say("rulebook.is", fact(fact.getKey()), answer(fact.getValue())))
                .collect(Collectors.joining(words.say("rulebook.and")));
        return words.say("rulechange.tier.of", tier(row.tier()), conditions);
    }

    String tier(Tier tier) {
        return words.sayOr("rules.tier." + tier, tier.name());
    }

    String fact(String fact) {
        return words.sayOr("rulechange.fact." + fact, fact);
    }

    String answer(Answer answer) {
        return words.say("rulechange.answer." + answer);
    }

    private String value(CaseRuleRow row) {
        return row.rule().isPeriod()
                ? words.say("rulebook.months", Period.parse(row.value()).toTotalMonths())
                : words.sayOr(
                        "rulebook.value." + row.value(),
                        words.sayOr("rulechange.channels." + row.value(), row.value()));
    }

    private String tier(CadenceRow row) {
        String tiers = row.tiers().stream()
                .sorted()
                .map(tier -> words.sayOr("rules.tier." + tier, tier.name()))
                .collect(Collectors.joining(words.say("rulebook.or")));
        return row.onNode() ? words.say("rulebook.onSpecialNode", tiers) : tiers;
    }

    /** 每月不少于 2 次，计入：上门、电话. */
    private String whole(Duty duty) {
        Stream<String> more = Stream.of(
                        duty.distinctDays() ? words.say("rulechange.once") : "",
                        duty.daysAhead() == null ? "" : words.say("rulechange.ahead", duty.daysAhead()))
                .filter(said -> !said.isEmpty());
        return Stream.concat(Stream.of(often(duty), words.say("rulebook.channels." + duty.channels())), more)
                .collect(Collectors.joining(words.say("rulechange.comma")));
    }

    private String often(Duty duty) {
        return words.say("rulebook.cadence." + duty.per(), duty.count());
    }

    Difference difference(RuleRow was, RuleRow is) {
        return new Difference(what(is), says(was), says(is), note(was, is));
    }

    private @Nullable String note(RuleRow was, RuleRow is) {
        if (was instanceof CadenceRow cadence) {
            return cadence.isStatedAndMoreThan(((CadenceRow) is).duty()) ? words.say("rulechange.looser") : null;
        }
        return was.isStated() ? words.say("rulechange.differs") : null;
    }

    /** 一般·每半年不少于 1 次. */
    String demanded(Demanded demanded) {
        return words.sayOr("ui.tier." + demanded.tier(), demanded.tier().name())
                + words.say("worklist.dot")
                + (demanded.duties().isEmpty() ? words.say("rulebook.cadence.NONE") : duties(demanded));
    }

    private String duties(Demanded demanded) {
        List<Duty> all = Stream.of(demanded.duties(), demanded.onNodes())
                .flatMap(Collection::stream)
                .toList();
        return all.stream().map(this::often).collect(Collectors.joining(words.say("rulechange.comma")));
    }
}
