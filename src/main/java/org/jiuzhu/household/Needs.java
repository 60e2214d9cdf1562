package org.jiuzhu.household;

import java.util.List;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What households need, from the assessment to the end of a referral. */
@Component
@Transactional
public class Needs {

    private final NeedRows rows;
    private final Households households;

    Needs(NeedRows rows, Households households) {
        this.rows = rows;
        this.households = households;
    }

    /** @return the new need's id */
    public long add(long caseId, long householdId, String category, String description, boolean willing) {
        return rows.save(new Need(caseId, households.get(householdId), category, description, willing))
                .id();
    }

    @Transactional(readOnly = true)
    public List<Need> ofCase(long caseId) {
        return rows.findByCaseIdOrderById(caseId);
    }

    @Transactional(readOnly = true)
    public List<Need> ofHousehold(long householdId) {
        return rows.findByHouseholdIdOrderByIdDesc(householdId);
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Need get(long id) {
        return rows.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "household.need.notFound"));
    }

    /**
     * @param excerpt what a social organisation may read of the plan
     * @throws Refusal CONFLICT if the need is over
     */
    public void plan(long needId, Intervention intervention, String goal, @Nullable String excerpt) {
        plan(needId, intervention, goal, excerpt, null);
    }

    /** @param resourceId the resource thought of, where one is to be linked */
    public void plan(
            long needId, Intervention intervention, String goal, @Nullable String excerpt, @Nullable Long resourceId) {
        get(needId).plan(intervention, goal, excerpt, resourceId);
    }

    /** What was planned came to nothing: the need is open again and goes back to the plan with the reason. */
    public void setBack(long needId, String why) {
        get(needId).setBack(why);
    }

    /** What became of it: referred, met, unplaced, dropped. */
    public void settle(long needId, NeedStatus outcome) {
        get(needId).settle(outcome);
    }
}
