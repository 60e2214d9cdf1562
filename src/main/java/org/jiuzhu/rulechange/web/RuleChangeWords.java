package org.jiuzhu.rulechange.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.rulechange.CadenceRow;
import org.jiuzhu.rulechange.web.RuleChangeViews.Difference;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.Duty;
import org.jiuzhu.visit.PlanChange.Demanded;
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

    String tier(CadenceRow row) {
        String tiers = row.tiers().stream()
                .sorted()
                .map(tier -> words.sayOr("rules.tier." + tier, tier.name()))
                .collect(Collectors.joining(words.say("rulebook.or")));
        return row.onNode() ? words.say("rulebook.onSpecialNode", tiers) : tiers;
    }

    /** 每月不少于 2 次，计入：上门、电话. */
    String whole(Duty duty) {
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

    Difference difference(CadenceRow was, CadenceRow is) {
        return new Difference(tier(is), whole(was.duty()), whole(is.duty()), was.isStatedAndMoreThan(is.duty()));
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
