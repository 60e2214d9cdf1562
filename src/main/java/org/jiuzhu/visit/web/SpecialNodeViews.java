package org.jiuzhu.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.NodeTemplate;
import org.jiuzhu.visit.SpecialNode;
import org.jiuzhu.visit.SpecialNodes;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** A district's special nodes in the reader's words. */
@Component
class SpecialNodeViews {

    private final SpecialNodes nodes;
    private final Network network;
    private final WorkCalendar calendar;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    SpecialNodeViews(
            SpecialNodes nodes, Network network, WorkCalendar calendar, DueWords days, Words words, Clock clock) {
        this.nodes = nodes;
        this.network = network;
        this.calendar = calendar;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    SpecialNodesPage page(String district, Actor reader, SpecialNodesPage.Form form, Map<String, String> problems) {
        LocalDate today = LocalDate.now(clock);
        boolean mayKeep = SpecialNodes.mayKeep(reader, district);
        List<SpecialNode> all = nodes.of(district);
        return new SpecialNodesPage(
                network.unit(district).name(),
                nodes.peopleConcerned(district),
                mayKeep,
                all.stream()
                        .filter(node -> isComing(node, today))
                        .sorted((a, b) -> a.span().start().compareTo(b.span().start()))
                        .map(node -> row(node, today, mayKeep))
                        .toList(),
                all.stream()
                        .filter(node -> !isComing(node, today))
                        .map(node -> row(node, today, false))
                        .toList(),
                Arrays.stream(NodeTemplate.values())
                        .map(template -> template(template, today))
                        .toList(),
                form,
                problems);
    }

    private static boolean isComing(SpecialNode node, LocalDate today) {
        return !node.isRemoved() && !node.isOverOn(today);
    }

    private SpecialNodesPage.Row row(SpecialNode node, LocalDate today, boolean mayRemove) {
        String state = state(node, today);
        return new SpecialNodesPage.Row(
                node.id(),
                node.name(),
                between(node.span()),
                node.span().days(),
                state,
                words.say("visit.node.state." + state, days.day(node.span().start()), node.daysInForce()),
                note(node),
                mayRemove);
    }

    private static String state(SpecialNode node, LocalDate today) {
        if (node.isRemoved()) {
            return "cancelled";
        }
        if (node.isOverOn(today)) {
            return "met";
        }
        return node.span().contains(today) ? "due" : "upcoming";
    }

    private String note(SpecialNode node) {
        return node.removedAt() == null
                ? words.say("visit.node.recorded", name(node.recordedBy()), days.at(node.recordedAt()))
                : words.say(
                        "visit.node.removed",
                        name(Objects.requireNonNull(node.removedBy())),
                        days.at(node.removedAt()));
    }

    private String name(String username) {
        return network.consultant(username).map(Consultant::displayName).orElse(username);
    }

    private SpecialNodesPage.Template template(NodeTemplate template, LocalDate today) {
        Optional<Span> next = template.next(today, calendar);
        return new SpecialNodesPage.Template(
                template.name(),
                next.map(this::between).orElse(null),
                next.map(span -> href(template, span)).orElse(null));
    }

    private String href(NodeTemplate template, Span span) {
        return UriComponentsBuilder.fromPath("/visits/nodes")
                .queryParam("name", words.say("visit.node.template." + template))
                .queryParam("first", span.start())
                .queryParam("last", span.end().minusDays(1))
                .fragment("add")
                .encode()
                .toUriString();
    }

    private String between(Span span) {
        LocalDate last = span.end().minusDays(1);
        return last.equals(span.start())
                ? days.day(span.start())
                : words.say("visit.node.days", days.day(span.start()), days.day(last));
    }
}
