package org.jiuzhu.demo;

/**
 * Which way a demo case takes where its people have a choice.
 *
 * @param triage OPEN_CASE, TRANSFER, ENQUIRY or UNFOUNDED
 * @param need the need that is referred
 * @param declines how many professional points say no, 0 to 2
 */
public record Route(String triage, String need, int declines) {

    public static final Route CASE = new Route("OPEN_CASE", "SOCIAL_COUNSELLING", 0);
    public static final Route DECLINED_TWICE = new Route("OPEN_CASE", "WORK_JOB", 2);

    public static Route lead(String triage) {
        return new Route(triage, "SOCIAL_COUNSELLING", 0);
    }
}
