package org.jiuzhu.rulechange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RulePreviewTable.State;
import org.jiuzhu.rules.Supposition;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.Forecast;
import org.jiuzhu.visit.PlanChange;
import org.jiuzhu.visit.PlanForecasts;
import org.jiuzhu.visit.PlanForecasts.Looked;
import org.jiuzhu.visit.Whom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.DigestUtils;

/**
 * What a change would do, before anybody orders it. Nobody waits for a whole district: each look goes on for a moment
 * where the one before stopped, and says how far it is.
 */
@Component
public class RulePreviews {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final RuleChangeChecks checks;
    private final Suppositions suppositions;
    private final RulePreviewTable table;
    private final PlanForecasts forecasts;
    private final RuleChangeSettings settings;
    private final DataScopes scopes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RulePreviews(
            RuleChangeChecks checks,
            Suppositions suppositions,
            RulePreviewTable table,
            PlanForecasts forecasts,
            RuleChangeSettings settings,
            DataScopes scopes,
            TransactionTemplate transaction,
            Clock clock) {
        this.checks = checks;
        this.suppositions = suppositions;
        this.table = table;
        this.forecasts = forecasts;
        this.settings = settings;
        this.scopes = scopes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param seen of {@code total} people
     * @param forecast the whole of it; null before everybody has been looked at
     */
    public record Look(int seen, int total, @Nullable Forecast forecast) {}

    private record Question(NewRuleChange asked, String key, Whom whom, Supposition supposition) {}

    /**
     * Goes on looking for a moment, outside of any transaction; nothing is put in force.
     *
     * @throws InvalidInput for what cannot be ordered
     */
    public Look look(NewRuleChange asked, Actor by) {
        return look(asked, by, settings.chunk(), Duration.ofMillis(settings.previewMillis()));
    }

    /** @param most people of one transaction */
    Look look(NewRuleChange asked, Actor by, int most, Duration moment) {
        Question question = question(asked, by);
        if (asked.kind() == Kind.CADENCE) {
            // Nobody's tier changes: people who are owed the same are one group.
            Forecast forecast = forecasts.forecast((Whom.OfTiers) question.whom(), question.supposition());
            return new Look(forecast.people(), forecast.people(), forecast);
        }
        long until = System.nanoTime() + moment.toNanos();
        begin(question);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = lookOn(question, most) && System.nanoTime() < until;
        }
        return inTransaction(() -> found(question));
    }

    /** Those of the reader's scope, found so far, whose plan would demand something else, by id. */
    public List<PlanChange> people(NewRuleChange asked, long after, int most, Actor by) {
        Question question = question(asked, by);
        return inTransaction(() -> asked.kind() == Kind.CADENCE
                ? forecasts.page(question.whom(), question.supposition(), after, most, asked.atOnce())
                : table.find(question.key())
                        .map(state -> forecasts.changes(
                                table.people(state.id(), after, most), question.supposition(), asked.atOnce()))
                        .orElse(List.of()));
    }

    private Question question(NewRuleChange asked, Actor by) {
        String district = checks.districtOf(by);
        return inTransaction(() -> {
            checks.check(asked, district);
            Supposition supposition = suppositions.of(asked);
            return new Question(
                    asked, key(asked, district, supposition), suppositions.whom(asked, district), supposition);
        });
    }

    /** The same change, looked at on the same day under the same tables. */
    private String key(NewRuleChange asked, String district, Supposition supposition) {
        var drafts = new TreeMap<String, String>();
        supposition.drafts().forEach((decision, draft) -> drafts.put(decision, draft.version()));
        String said = String.join(
                "\n",
                LocalDate.now(clock).toString(),
                district,
                asked.kind().name(),
                asked.profile(),
                String.valueOf(asked.orgCode()),
                String.valueOf(asked.effectiveOn()),
                forecasts.rulesInForce(),
                drafts.toString());
        return DigestUtils.md5DigestAsHex(said.getBytes(StandardCharsets.UTF_8));
    }

    private void begin(Question question) {
        inTransaction(() -> {
            int total = forecasts.count(question.whom());
            Instant now = clock.instant();
            table.forgetBefore(now.minus(KEPT));
            table.lock(question.key())
                    .filter(state -> state.isDone()
                            && (state.total() != total
                                    || state.askedAt().plus(FRESH).isBefore(now)))
                    .ifPresent(state -> table.forget(state.id()));
            table.begin(question.key(), total, now);
            return true;
        });
    }

    /** @return whether there is more to look at, and nobody else is at it */
    private boolean lookOn(Question question, int most) {
        return inTransaction(() -> {
            Optional<State> mine = table.lock(question.key()).filter(state -> !state.isDone());
            if (mine.isEmpty()) {
                return false;
            }
            State state = mine.get();
            Looked looked = forecasts.look(question.whom(), question.supposition(), state.last(), most);
            scopes.runAsSystem("rule preview", () -> table.add(state.id(), looked.changes()));
            table.advance(state.id(), looked.people(), looked.last(), looked.openWindows());
            if (looked.people() < most) {
                table.finish(state.id(), clock.instant());
                return false;
            }
            return true;
        });
    }

    private Look found(Question question) {
        State state = table.find(question.key()).orElseThrow();
        Forecast forecast = state.isDone()
                ? forecasts.forecast(
                        scopes.asSystem("rule preview", () -> table.points(state.id())), state.openWindows())
                : null;
        return new Look(state.seen(), Math.max(state.seen(), state.total()), forecast);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
