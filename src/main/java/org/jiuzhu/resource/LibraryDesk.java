package org.jiuzhu.resource;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes into the libraries: a station lead for the street, the district for all streets [A]. A change is a further
 * version and leaves the older one as it was, dates and all; nothing is deleted.
 */
@Component
@Transactional
public class LibraryDesk {

    private final JdbcTemplate jdbc;
    private final LibrarySearch search;
    private final Clock clock;

    LibraryDesk(JdbcTemplate jdbc, LibrarySearch search, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.clock = clock;
    }

    /** Whether somebody writes into the libraries at all. */
    public static boolean mayWrite(Actor actor) {
        return actor.mayAct() && (actor.has("stationLead") || actor.has("districtSupervisor"));
    }

    /** Whether somebody writes for this street; null is the whole district. */
    public static boolean mayWriteFor(Actor actor, @Nullable String streetCode) {
        return mayWrite(actor)
                && (actor.has("districtSupervisor") || streetCode != null && streetCode.equals(actor.orgCode()));
    }

    /**
     * @return the new entry's code
     * @throws Refusal FORBIDDEN for a place that is not the actor's to write for
     */
    public String add(Library library, EntryDraft draft, Actor actor) {
        Long number = jdbc.queryForObject("select nextval('library_number')", Long.class);
        String code = library.code(Objects.requireNonNull(number));
        write(library, code, 1, draft, actor);
        return code;
    }

    /**
     * @param version the version that the actor has read
     * @throws Refusal CONFLICT where somebody wrote a newer one meanwhile
     */
    public void change(String code, int version, EntryDraft draft, Actor actor) {
        LibraryEntry newest = search.versions(code).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "resource.notFound", code));
        mayWrite(actor, newest.words().streetCode());
        if (newest.version() != version) {
            throw changedMeanwhile();
        }
        Problems problems = new Problems();
        if (draft.validFrom().isBefore(newest.words().validFrom())) {
            problems.add(
                    "validFrom",
                    "resource.beforeTheVersionBefore",
                    newest.words().validFrom());
        }
        problems.check();
        write(newest.library(), code, version + 1, draft, actor);
    }

    private void write(Library library, String code, int version, EntryDraft draft, Actor actor) {
        mayWrite(actor, draft.streetCode());
        check(library, code, draft);
        int written = jdbc.update(
                """
                insert into library_entry (library, code, version, domain, kind, name, name_en, summary, summary_en,
                  contact, source, street_code, valid_from, valid_to, written_by, written_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code, version) do nothing
                """,
                library.name(),
                code,
                version,
                draft.domain().name(),
                draft.kind() == null ? null : draft.kind().name(),
                draft.name(),
                draft.nameEn(),
                draft.summary(),
                draft.summaryEn(),
                draft.contact(),
                draft.source(),
                draft.streetCode(),
                draft.validFrom(),
                draft.validTo(),
                actor.username(),
                OffsetDateTime.now(clock));
        if (written == 0) {
            throw changedMeanwhile();
        }
    }

    private void check(Library library, String code, EntryDraft draft) {
        Problems problems = new Problems();
        boolean fits =
                draft.kind() == null ? library.kinds().isEmpty() : draft.kind().library() == library;
        if (!fits) {
            problems.add("kind", "resource.kind");
        }
        LocalDate last = draft.validTo();
        if (last != null && last.isBefore(draft.validFrom())) {
            problems.add("validTo", "resource.order", draft.validFrom());
        }
        sameName(library, code, draft).ifPresent(other -> problems.add("name", "resource.sameName", other));
        problems.check();
    }

    /** Another entry of this name that holds on some of the same days at the same place. */
    private Optional<String> sameName(Library library, String code, EntryDraft draft) {
        return jdbc
                .queryForList(
                        """
                        select code from library_on(?) where library = ? and code <> ? and name = ?
                          and street_code is not distinct from ? and (valid_to is null or valid_to >= ?)
                          and (cast(? as date) is null or valid_from <= ?) order by code limit 1
                        """,
                        String.class,
                        draft.validFrom(),
                        library.name(),
                        code,
                        draft.name(),
                        draft.streetCode(),
                        draft.validFrom(),
                        draft.validTo(),
                        draft.validTo())
                .stream()
                .findFirst();
    }

    private static void mayWrite(Actor actor, @Nullable String streetCode) {
        if (!mayWriteFor(actor, streetCode)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "resource.mayNotWrite");
        }
    }

    private static Refusal changedMeanwhile() {
        return new Refusal(Refusal.Kind.CONFLICT, "resource.changedMeanwhile");
    }
}
