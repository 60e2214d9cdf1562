package org.jiuzhu.visit.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.RoundLog;
import org.jiuzhu.visit.RoundLog.Row;
import org.jiuzhu.visit.RoundLog.SetAside;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.jiuzhu.visit.web.RoundsPage.Left;
import org.jiuzhu.visit.web.RoundsPage.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how far rounds are. */
@Component
class RoundsView {

    private static final int PAGE = 25;
    private static final int MOST_SET_ASIDE = 20;

    private final RoundLog log;
    private final Network network;
    private final DueWords due;
    private final Words words;
    private final Clock clock;

    RoundsView(RoundLog log, Network network, DueWords due, Words words, Clock clock) {
        this.log = log;
        this.network = network;
        this.due = due;
        this.words = words;
        this.clock = clock;
    }

    RoundsPage page(long before) {
        List<Row> found = log.before(before, PAGE + 1);
        List<Row> shown = found.stream().limit(PAGE).toList();
        List<SetAside> left = log.setAside(MOST_SET_ASIDE + 1);
        return new RoundsPage(
                shown.stream().map(this::line).toList(),
                shown.stream().anyMatch(row -> row.finishedAt() == null),
                log.toStart(LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE)),
                lastRun(shown),
                left.stream()
                        .limit(MOST_SET_ASIDE)
                        .map(one -> new Left(one.number(), due.at(one.failedAt())))
                        .toList(),
                left.size() > MOST_SET_ASIDE,
                found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
    }

    private String lastRun(List<Row> shown) {
        return shown.stream()
                .flatMap(row -> Stream.ofNullable(row.finishedAt()))
                .findFirst()
                .map(at -> words.say("visit.round.last", due.at(at)))
                .orElseGet(() -> words.say("visit.round.neverRun"));
    }

    private Line line(Row row) {
        Instant started = row.startedAt();
        Instant finished = row.finishedAt();
        String state = finished != null ? "DONE" : started != null ? "RUNNING" : "WAITING";
        return new Line(
                row.number(),
                words.say("visit.round.kind." + row.kind()),
                row.kind() == Kind.DAILY
                        ? due.at(row.requestedAt())
                        : words.say("visit.round.askedBy", due.at(row.requestedAt()), name(row.requestedBy())),
                finished != null ? "met" : started != null ? "due" : "upcoming",
                words.say("visit.round.state." + state),
                took(started, finished),
                row.reviewFailedAt() != null,
                row.reviewed(),
                row.opened(),
                row.started(),
                row.digests(),
                row.nodes());
    }

    private String name(String username) {
        return network.consultant(username)
                .map(Consultant::displayName)
                .orElseGet(() -> words.sayOr("timeline.actor." + username, username));
    }

    private @Nullable String took(@Nullable Instant started, @Nullable Instant finished) {
        if (started == null || finished == null) {
            return null;
        }
        Duration took = Duration.between(started, finished);
        return took.toMinutes() > 0
                ? words.say("visit.round.tookMinutes", took.toMinutes(), took.toSecondsPart())
                : words.say("visit.round.tookSeconds", took.toSecondsPart());
    }
}
