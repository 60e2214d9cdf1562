package org.jiuzhu.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.conference.Conference.Decided;
import org.jiuzhu.conference.Conference.Reason;
import org.jiuzhu.household.Households;
import org.jiuzhu.lifecycle.ConferenceRulings;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.workflow.ForModels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of a conference. */
@Component("conferences")
@ForModels
@Transactional
public class Conferences implements ConferenceRulings {

    private final ConferenceStore store;
    private final Households households;
    private final Numbers numbers;
    private final Clock clock;

    Conferences(ConferenceStore store, Households households, Numbers numbers, Clock clock) {
        this.store = store;
        this.households = households;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param conferenceReason a {@link Reason}'s name */
    public long open(long caseId, long householdId, String conferenceReason) {
        return store.save(new Conference(
                        numbers.next(Numbers.Kind.HS),
                        caseId,
                        householdId,
                        Reason.valueOf(conferenceReason),
                        households.get(householdId).place(),
                        clock.instant()))
                .id();
    }

    public void convene(
            long conferenceId,
            LocalDate on,
            String place,
            List<String> invited,
            List<String> offices,
            String question) {
        get(conferenceId).convene(on, place, invited, offices, question);
    }

    /** @throws Refusal UNPROCESSABLE for a decision that this conference's reason does not leave open */
    public void decide(long conferenceId, Decided decided) {
        get(conferenceId).decide(decided);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> resourceOf(long conferenceId) {
        return Optional.ofNullable(get(conferenceId).resourceId());
    }

    @Transactional(readOnly = true)
    public Conference get(long conferenceId) {
        return store.findById(conferenceId)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "conference.notForYou"));
    }
}
