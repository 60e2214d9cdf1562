package org.jiuzhu.demo;

import org.jiuzhu.household.Intervention;

/**
 * Which way a demo case takes where its people have a choice.
 *
 * @param triage OPEN_CASE, TRANSFER, ENQUIRY or UNFOUNDED
 * @param need the need that is found
 * @param declines how many professional points say no, 0 to 2
 * @param measure what the plan does about the need
 * @param decided whether the result of an application comes
 */
public record Route(String triage, String need, int declines, Intervention measure, boolean decided) {

    public static final Route CASE = new Route("OPEN_CASE", "SOCIAL_COUNSELLING", 0);
    public static final Route DECLINED_TWICE = new Route("OPEN_CASE", "WORK_JOB", 2);

    public static final Route APPLIED = by(Intervention.APPLY);
    public static final Route UNDECIDED = new Route("OPEN_CASE", "LIVING_CARE", 0, Intervention.APPLY, false);
    public static final Route LINKED = by(Intervention.RESOURCE_LINK);
    public static final Route COORDINATED = by(Intervention.LINE_COORDINATION);

    public Route(String triage, String need, int declines) {
        this(triage, need, declines, Intervention.REFERRAL, true);
    }

    /** A case whose one need is met in this way. */
    public static Route by(Intervention measure) {
        return new Route("OPEN_CASE", "LIVING_CARE", 0, measure, true);
    }

    public static Route lead(String triage) {
        return new Route(triage, "SOCIAL_COUNSELLING", 0);
    }
}
