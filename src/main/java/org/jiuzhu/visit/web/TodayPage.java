package org.jiuzhu.visit.web;

import java.util.List;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.Ruler;
import org.jspecify.annotations.Nullable;

/**
 * What {@code visit/today.html} shows.
 *
 * @param day 9月28日 星期一
 * @param digest this morning's reminder in numbers; null where there was none
 * @param inside who is behind a flagged door now
 * @param quick whether a visit is told beside the list
 * @param here the address of this page, to come back to
 * @param place the point, where the reader has more than one
 * @param otherPoints the way back to the choice of points; null for whoever has one
 * @param sections none empty; none at all where there is nothing to do
 * @param more the address of the next page; null on the last
 */
record TodayPage(
        String day,
        String summary,
        @Nullable String digest,
        List<StayWords.Inside> inside,
        boolean quick,
        String here,
        @Nullable String place,
        @Nullable String otherPoints,
        List<Choice> orders,
        List<Choice> shows,
        List<Section> sections,
        int shown,
        int total,
        @Nullable String more,
        @Nullable String emptyHref) {

    /** @param icon null for an order */
    record Choice(String words, String href, @Nullable String icon, boolean current) {}

    /** Homes in one building, or with one urgency. */
    record Section(String icon, String title, @Nullable String note, List<Home> homes) {}

    /**
     * @param number its place in the order of the day, from 1
     * @param care what to know before the door opens; null where nothing is known
     * @param checkIn for whom one checks in from here; null where nobody does, or does when the visit is told
     * @param next whether this is where to go now
     * @param visitHref and {@code phoneHref}: null where each person is visited by a task of their own
     */
    record Home(
            int number,
            String title,
            @Nullable String address,
            @Nullable String care,
            @Nullable Long checkIn,
            boolean next,
            List<Visitee> people,
            @Nullable String visitHref,
            @Nullable String phoneHref) {}

    /**
     * @param tierWords null for a reader who does not see the tier
     * @param about 女·76 岁·配偶
     * @param last when and how somebody was there last, or that nobody was
     * @param lastHref its record; null where there is none
     * @param specialCare whether that has to be said beside the tier
     * @param historyHref their visits; null for a reader who sees none but their own
     * @param taskHref where this visit is told; null where the home's visit is
     * @param further how many earlier periods were missed too
     */
    record Visitee(
            String href,
            String name,
            boolean specialCare,
            String tier,
            @Nullable String tierWords,
            String about,
            List<Period> periods,
            long further,
            String last,
            @Nullable String lastHref,
            @Nullable String historyHref,
            @Nullable String taskHref,
            List<String> notes) {}

    /** @param progress 1/2 次, where more than one is owed */
    record Period(String words, @Nullable String progress, Due due, @Nullable Ruler ruler) {}

    /** What {@code visit/points.html} shows: the points of a station. */
    record Points(String day, List<Point> points) {}

    record Point(String href, String name, int late, int due) {}
}
