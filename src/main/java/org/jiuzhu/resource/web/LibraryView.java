package org.jiuzhu.resource.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.resource.EntryDraft;
import org.jiuzhu.resource.Library;
import org.jiuzhu.resource.LibraryDesk;
import org.jiuzhu.resource.LibraryEntry;
import org.jiuzhu.resource.LibrarySearch;
import org.jiuzhu.resource.PolicyDomain;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says the libraries in the reader's language. */
@Component
@Transactional(readOnly = true)
class LibraryView {

    private final LibrarySearch search;
    private final Network network;
    private final DueWords due;
    private final Words words;
    private final Clock clock;

    LibraryView(LibrarySearch search, Network network, DueWords due, Words words, Clock clock) {
        this.search = search;
        this.network = network;
        this.due = due;
        this.words = words;
        this.clock = clock;
    }

    LibraryPage list(LibrarySearch.Query query, List<OrgUnit> streets, Actor actor) {
        LibrarySearch.Page page = search.page(query);
        Map<String, String> names = streets.stream().collect(Collectors.toMap(OrgUnit::code, OrgUnit::name));
        PolicyDomain domain = query.domain();
        String street = query.streetCode();
        return new LibraryPage(
                query.library().name(),
                query.words(),
                domain == null ? "" : domain.name(),
                street == null ? "" : street,
                query.past(),
                domains(),
                choices(streets),
                page.entries().stream().map(entry -> row(entry, names)).toList(),
                page.total(),
                page.next(),
                LibraryDesk.mayWrite(actor) ? "/libraries/new?library=" + query.library() : null);
    }

    EntryPage entry(LibraryEntry shown, List<LibraryEntry> versions, Actor actor) {
        EntryDraft said = shown.words();
        Locale locale = LocaleContextHolder.getLocale();
        List<Fact> facts = new ArrayList<>();
        fact(facts, "domain", words.say("resource.domain." + said.domain()));
        fact(facts, "kind", kind(shown));
        fact(facts, "area", area(said.streetCode()));
        fact(facts, "validity", validity(shown));
        fact(facts, "contact", said.contact());
        fact(facts, "source", said.source());
        return new EntryPage(
                shown.library().name(),
                shown.code(),
                shown.name(locale),
                shown.summary(locale),
                state(shown),
                facts,
                versions.stream().map(version -> version(version, locale)).toList(),
                LibraryDesk.mayWriteFor(actor, versions.get(0).words().streetCode())
                        ? "/libraries/" + shown.code() + "/change"
                        : null);
    }

    EditPage edit(Library library, @Nullable String code, List<OrgUnit> streets, Actor actor) {
        return new EditPage(
                library.name(),
                code,
                code == null ? "/libraries/new?library=" + library : "/libraries/" + code + "/change",
                code == null ? "/libraries?library=" + library : "/libraries/" + code,
                domains(),
                library.kinds().stream().map(Enum::name).toList(),
                choices(streets.stream()
                        .filter(street -> LibraryDesk.mayWriteFor(actor, street.code()))
                        .toList()),
                LibraryDesk.mayWriteFor(actor, null));
    }

    private static List<String> domains() {
        return Arrays.stream(PolicyDomain.values()).map(Enum::name).toList();
    }

    private static List<LibraryPage.Choice> choices(List<OrgUnit> streets) {
        return streets.stream()
                .map(street -> new LibraryPage.Choice(street.code(), street.name()))
                .toList();
    }

    private LibraryPage.Row row(LibraryEntry entry, Map<String, String> streets) {
        Locale locale = LocaleContextHolder.getLocale();
        String street = entry.words().streetCode();
        return new LibraryPage.Row(
                "/libraries/" + entry.code(),
                entry.name(locale),
                entry.summary(locale),
                words.say("resource.domain." + entry.words().domain()),
                kind(entry),
                street == null ? words.say("resource.everywhere") : streets.getOrDefault(street, street),
                validity(entry),
                state(entry),
                entry.words().contact());
    }

    private EntryPage.Version version(LibraryEntry entry, Locale locale) {
        return new EntryPage.Version(
                entry.version(),
                entry.name(locale),
                validity(entry),
                state(entry),
                words.say("resource.written", author(entry.writtenBy()), due.at(entry.writtenAt())),
                entry.summary(locale));
    }

    private String author(String username) {
        return network.consultant(username)
                .map(Consultant::displayName)
                .orElseGet(() -> Actor.SYSTEM.equals(username) ? words.say("resource.system") : username);
    }

    private String state(LibraryEntry entry) {
        return entry.on(LocalDate.now(clock)).name();
    }

    private String validity(LibraryEntry entry) {
        LocalDate to = entry.words().validTo();
        String from = due.day(entry.words().validFrom());
        return to == null
                ? words.say("resource.validity", from)
                : words.say("resource.validity.until", from, due.day(to));
    }

    private @Nullable String kind(LibraryEntry entry) {
        return entry.words().kind() == null
                ? null
                : words.say("resource.kind." + entry.words().kind());
    }

    private String area(@Nullable String street) {
        return street == null
                ? words.say("resource.everywhere")
                : network.unit(street).name();
    }

    private void fact(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(words.say("resource.fact." + name), value));
        }
    }
}
