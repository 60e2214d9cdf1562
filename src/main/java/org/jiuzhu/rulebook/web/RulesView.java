package org.jiuzhu.rulebook.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgProfile;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rulebook.Chapter;
import org.jiuzhu.rulebook.Held;
import org.jiuzhu.rulebook.InForce;
import org.jiuzhu.rulebook.RuleWords;
import org.jiuzhu.rulebook.Sources;
import org.jiuzhu.rulebook.Standing;
import org.jiuzhu.rulebook.web.RulesPage.Choice;
import org.jiuzhu.rulebook.web.RulesPage.Item;
import org.jiuzhu.rulebook.web.RulesPage.Line;
import org.jiuzhu.rulebook.web.RulesPage.ProfileCard;
import org.jiuzhu.rulebook.web.RulesPage.Section;
import org.jiuzhu.rules.NoRule;
import org.jiuzhu.rules.Notice;
import org.jiuzhu.rules.Notices;
import org.jiuzhu.rules.Rules;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the rules of one place on one day together, row by row, each with what it rests on. */
@Component
@Transactional(readOnly = true)
class RulesView {

    private final Network network;
    private final InForce inForce;
    private final RuleWords say;
    private final Sources sources;
    private final Notices notices;
    private final DueWords due;
    private final Words words;

    RulesView(
            Network network,
            InForce inForce,
            RuleWords say,
            Sources sources,
            Notices notices,
            DueWords due,
            Words words) {
        this.network = network;
        this.inForce = inForce;
        this.say = say;
        this.sources = sources;
        this.notices = notices;
        this.due = due;
        this.words = words;
    }

    RulesPage page(@Nullable String orgCode, LocalDate on) {
        OrgUnit unit = unit(orgCode);
        List<OrgProfile> chain = network.profilesOf(unit.code(), on);
        List<String> profiles =
                chain.stream().map(OrgProfile::profile).distinct().toList();
        List<Held> held = inForce.rows(profiles);
        Set<String> own = sources.noticesOf(profiles);
        Map<String, String> origins = origins(unit, chain);
        List<Section> sections = sections(held, own, origins);
        List<Line> lines = sections.stream()
                .flatMap(section -> section.items().stream())
                .flatMap(item -> item.lines().stream())
                .toList();
        return new RulesPage(
                unit.code(),
                unit.name(),
                on.toString(),
                due.day(on),
                choices(),
                cards(chain, held, on),
                sections,
                openQuestions(profiles),
                (int) lines.stream()
                        .filter(line -> !line.standing().equals("stated"))
                        .count(),
                lines.size(),
                tables(held));
    }

    /** A social organisation follows its street; somebody without a place sees the district. */
    private OrgUnit unit(@Nullable String orgCode) {
        if (orgCode == null) {
            return network.all().get(0);
        }
        OrgUnit unit = network.unit(orgCode);
        return unit.kind() == OrgUnit.Kind.NGO
                ? network.unit(network.place(orgCode).streetCode())
                : unit;
    }

    private List<Choice> choices() {
        List<OrgUnit> units = network.all();
        return units.stream()
                .filter(unit -> unit.active() && unit.kind() != OrgUnit.Kind.NGO)
                .sorted(Comparator.comparing(OrgUnit::code))
                .map(unit -> new Choice(unit.code(), (unit.kind() == OrgUnit.Kind.POINT ? "　　" : "") + unit.name()))
                .toList();
    }

    /** Whose profile it is: this unit's own, or inherited from a unit above it. */
    private Map<String, String> origins(OrgUnit unit, List<OrgProfile> chain) {
        Map<String, String> origins = new LinkedHashMap<>();
        for (OrgProfile assigned : chain) {
            String name = profileName(assigned.profile());
            origins.putIfAbsent(
                    assigned.profile(),
                    assigned.orgCode().equals(unit.code())
                            ? words.say("rulebook.origin.own", name)
                            : words.say(
                                    "rulebook.origin.inherited",
                                    name,
                                    network.unit(assigned.orgCode()).name()));
        }
        origins.put(Rules.DEFAULT_PROFILE, words.say("rulebook.origin.default"));
        origins.put("", words.say("rulebook.origin.all"));
        return origins;
    }

    private List<Section> sections(List<Held> held, Set<String> own, Map<String, String> origins) {
        Map<Chapter, List<Held>> chapters = inOrder(held).stream()
                .filter(row -> !row.table().id().equals("profile"))
                .collect(Collectors.groupingBy(Chapter::of, TreeMap::new, Collectors.toList()));
        return chapters.entrySet().stream()
                .map(chapter -> new Section(
                        chapter.getKey().name(),
                        words.say("rulebook.chapter." + chapter.getKey().name()),
                        items(chapter.getValue(), own, origins)))
                .toList();
    }

    static List<Held> inOrder(List<Held> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> {
                    int place = Chapter.TABLES.indexOf(row.table().id());
                    return place < 0 ? Chapter.TABLES.size() : place;
                }))
                .toList();
    }

    private List<Item> items(List<Held> rows, Set<String> own, Map<String, String> origins) {
        Map<String, List<Held>> byLabel = new LinkedHashMap<>();
        rows.forEach(row -> byLabel.computeIfAbsent(row.table().id() + " " + say.label(row), label -> new ArrayList<>())
                .add(row));
        return byLabel.values().stream()
                .map(same -> new Item(say.label(same.get(0)), lines(same, own, origins)))
                .toList();
    }

    /** Rows that one sentence of a notice makes are one line. */
    private List<Line> lines(List<Held> rows, Set<String> own, Map<String, String> origins) {
        Map<String, List<Held>> bySentence = new LinkedHashMap<>();
        rows.forEach(row -> bySentence
                .computeIfAbsent(row.conclusion("source") + row.row().description(), sentence -> new ArrayList<>())
                .add(row));
        return bySentence.values().stream()
                .flatMap(same -> Stream.concat(
                        Stream.of(line(same, own, origins)), channels(same.get(0), own, origins).stream()))
                .toList();
    }

    private Line line(List<Held> rows, Set<String> own, Map<String, String> origins) {
        Held first = rows.get(0);
        return line(
                rows.stream().map(Held::id).toList(),
                rows.stream().map(say::value).collect(Collectors.joining(words.say("rulebook.comma"))),
                first.conclusion("source"),
                own,
                origin(first, origins),
                first.row().description());
    }

    private Optional<Line> channels(Held row, Set<String> own, Map<String, String> origins) {
        String channels = say.channels(row);
        return channels.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        line(List.of(), channels, row.conclusion("channelsSource"), own, origin(row, origins), ""));
    }

    private static String origin(Held row, Map<String, String> origins) {
        return origins.getOrDefault(row.profile(), row.profile());
    }

    private Line line(
            List<String> ids, String value, String source, Set<String> own, String origin, String description) {
        Standing standing = sources.standing(source, own);
        String name = standing.name().toLowerCase(Locale.ROOT);
        return new Line(
                ids,
                value,
                name,
                words.say("rulebook.standing." + name),
                origin,
                standing == Standing.ASSUMED ? words.say("rulebook.noNotice") : sources.say(source),
                description);
    }

    private List<ProfileCard> cards(List<OrgProfile> chain, List<Held> held, LocalDate on) {
        List<ProfileCard> cards = new ArrayList<>();
        chain.forEach(assigned -> notice(assigned.profile())
                .ifPresent(notice -> cards.add(card(
                        notice,
                        assigned(assigned),
                        on,
                        held.stream()
                                .filter(row -> row.table().id().equals("profile")
                                        && row.profile().equals(assigned.profile()))
                                .findFirst()
                                .map(row -> row.row().description())
                                .orElse(null)))));
        notice(Rules.DEFAULT_PROFILE).ifPresent(notice -> cards.add(card(notice, null, on, null)));
        return cards;
    }

    private String assigned(OrgProfile assigned) {
        String name = network.unit(assigned.orgCode()).name();
        LocalDate to = assigned.to();
        return to == null
                ? words.say("rulebook.assigned", name, due.day(assigned.from()))
                : words.say("rulebook.assigned.until", name, due.day(assigned.from()), due.day(to));
    }

    private ProfileCard card(Notice notice, @Nullable String assigned, LocalDate on, @Nullable String quote) {
        LocalDate dated = notice.dated();
        LocalDate from = notice.effectiveFrom();
        LocalDate to = notice.effectiveTo();
        String validity = dated == null || from == null
                ? null
                : to == null
                        ? words.say("rulebook.validity", due.day(dated), due.day(from))
                        : words.say("rulebook.validity.until", due.day(dated), due.day(from), due.day(to));
        return new ProfileCard(
                "profile." + notice.profile(),
                profileName(notice.profile()),
                notice.title(),
                notice.number(),
                assigned,
                validity,
                caveat(notice, on),
                quote);
    }

    private @Nullable String caveat(Notice notice, LocalDate on) {
        LocalDate from = notice.effectiveFrom();
        if (from != null && on.isBefore(from)) {
            return words.say("rulebook.caveat.notYet");
        }
        if (notice.profile().equals(Rules.DEFAULT_PROFILE)) {
            return words.say("rulebook.caveat.default");
        }
        LocalDate to = notice.effectiveTo();
        return notice.caveat() == Notice.Caveat.NONE || to != null && !on.isAfter(to)
                ? null
                : words.say("rulebook.caveat." + notice.caveat());
    }

    private Optional<Notice> notice(String profile) {
        try {
            return Optional.of(notices.of(profile));
        } catch (NoRule unknown) {
            return Optional.empty();
        }
    }

    private String profileName(String profile) {
        return words.sayOr("rules.profile." + profile, profile);
    }

    /** What the notices leave open, said for each profile that holds. */
    private List<String> openQuestions(List<String> profiles) {
        List<String> questions = new ArrayList<>();
        Stream.concat(profiles.stream(), Stream.of("all")).forEach(profile -> {
            for (int n = 1; !question(profile, n).isEmpty(); n++) {
                questions.add(question(profile, n));
            }
        });
        return questions;
    }

    private String question(String profile, int n) {
        return words.sayOr("rulebook.open." + profile + "." + n, "");
    }

    private String tables(List<Held> held) {
        return held.stream()
                .map(row -> row.table().id() + " " + row.table().version())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
