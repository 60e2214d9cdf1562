package org.jiuzhu.rulechange.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.rulechange.CadenceRow;
import org.jiuzhu.rulechange.CaseRuleRow;
import org.jiuzhu.rulechange.RuleRow;
import org.jiuzhu.rulechange.TierRow;
import org.jiuzhu.rulechange.TierRow.Answer;
import org.jiuzhu.rulechange.web.RuleChangeViews.Choice;
import org.jiuzhu.rulechange.web.RuleChangeViews.Field;
import org.jiuzhu.rules.CadenceMode;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Component;

/** A row of a table as fields to fill in; {@link RowFields} reads them. */
@Component
class RowForms {

    private static final int MOST_VISITS = 31;
    private static final int MOST_AHEAD = 180;
    private static final int NO_NUMBER = 0;

    private final RuleChangeWords say;
    private final Words words;

    RowForms(RuleChangeWords say, Words words) {
        this.say = say;
        this.words = words;
    }

    RuleChangeViews.Row row(RuleChangeForm form, RuleRow row) {
        return new RuleChangeViews.Row(
                row.id(),
                say.what(row),
                say.says(row),
                row.isStated() ? row.source() : words.say("rules.source.assumption"),
                row.isStated(),
                fields(form, row),
                row instanceof TierRow tier ? facts(form, tier) : List.of());
    }

    private List<Field> fields(RuleChangeForm form, RuleRow row) {
        if (row instanceof CadenceRow cadence) {
            return cadence(form, cadence);
        }
        return List.of(row instanceof TierRow tier ? tier(form, tier) : value(form, (CaseRuleRow) row));
    }

    private List<Field> cadence(RuleChangeForm form, CadenceRow row) {
        Duty now = row.duty();
        return List.of(
                number(form, row, "count", String.valueOf(now.count()), MOST_VISITS),
                choice(
                        form,
                        row,
                        "per",
                        now.per().name(),
                        Arrays.stream(Per.values()).filter(per -> per != Per.NONE),
                        per -> words.say("rulechange.per." + per)),
                channels(form, row, "channels", now.channels().name()),
                choice(
                        form,
                        row,
                        "once",
                        String.valueOf(now.distinctDays()),
                        Stream.of(false, true),
                        once -> words.say("rulechange.once." + once)),
                number(form, row, "ahead", RowFields.text(now.daysAhead()), MOST_AHEAD));
    }

    private Field tier(RuleChangeForm form, TierRow row) {
        return choice(form, row, "tier", row.tier().name(), Arrays.stream(Tier.values()), say::tier);
    }

    private List<Field> facts(RuleChangeForm form, TierRow row) {
        return row.facts().entrySet().stream()
                .map(fact -> field(
                        form,
                        row,
                        fact.getKey(),
                        say.fact(fact.getKey()),
                        fact.getValue().name(),
                        Arrays.stream(Answer.values())
                                .map(answer -> new Choice(answer.name(), say.answer(answer)))
                                .toList(),
                        NO_NUMBER))
                .toList();
    }

    private Field value(RuleChangeForm form, CaseRuleRow row) {
        if (row.rule().isPeriod()) {
            return field(
                    form,
                    row,
                    "value",
                    words.say("rulechange.field.months"),
                    RowFields.months(row),
                    List.of(),
                    CaseRuleRow.MOST_MONTHS);
        }
        return row.rule() == CaseRuleRow.Rule.CADENCE_MODE
                ? choice(
                        form,
                        row,
                        "value",
                        row.value(),
                        Arrays.stream(CadenceMode.values()),
                        mode -> words.say("rulebook.value." + mode))
                : channels(form, row, "value", row.value());
    }

    private Field channels(RuleChangeForm form, RuleRow row, String name, String now) {
        return choice(
                form,
                row,
                name,
                now,
                Arrays.stream(Channels.values()),
                channels -> words.say("rulechange.channels." + channels));
    }

    private Field number(RuleChangeForm form, RuleRow row, String name, String now, int most) {
        return field(form, row, name, words.say("rulechange.field." + name), now, List.of(), most);
    }

    private <T> Field choice(
            RuleChangeForm form, RuleRow row, String name, String now, Stream<T> values, Function<T, String> said) {
        return field(
                form,
                row,
                name,
                words.say("rulechange.field." + name),
                now,
                values.map(value -> new Choice(value.toString(), said.apply(value)))
                        .toList(),
                NO_NUMBER);
    }

    private static Field field(
            RuleChangeForm form, RuleRow row, String name, String label, String now, List<Choice> options, int most) {
        return new Field(name + "_" + row.id(), label, form.cell(row, name, now), options, most);
    }
}
