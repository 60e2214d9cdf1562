package org.jiuzhu.resource;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks something up, at a desk or at a door (掌上查询, CS 二(一)). */
@Component
@Transactional(readOnly = true)
public class LibrarySearch {

    static final int PAGE = 30;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\u0000]+");
    private static final String SHOWN =
            """
            select * from library_on(?) e where library = ?
              and (cast(? as text) is null or domain = ?)
              and (? or valid_from <= ? and (valid_to is null or valid_to >= ?))
            """;
    private static final String WORD =
            """
              and position(lower(?) in lower(concat_ws(' ', code, name, name_en, summary, summary_en, contact, source))) > 0
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LibrarySearch(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param words all of them must be there, in Chinese or English
     * @param past whether to show what is no longer and what is not yet in force
     * @param after the last code of the page before
     */
    public record Query(
            Library library,
            String words,
            @Nullable PolicyDomain domain,
            @Nullable String streetCode,
            boolean past,
            @Nullable String after) {}

    /** @param next the code to ask for more with; null where there is no more */
    public record Page(List<LibraryEntry> entries, long total, @Nullable String next) {}

    /** A street's own entries and those of the whole district; without a street, all. */
    public Page page(Query query) {
        StringBuilder where = new StringBuilder(SHOWN);
        List<@Nullable Object> args = new ArrayList<>();
        LocalDate today = today();
        String domain = query.domain() == null ? null : query.domain().name();
        args.addAll(Arrays.asList(today, query.library().name(), domain, domain, query.past(), today, today));
        if (query.streetCode() != null) {
            where.append("  and (street_code is null or street_code = ?)\n");
            args.add(query.streetCode());
        }
        for (String word : SPACE.split(query.words().strip())) {
            if (!word.isEmpty()) {
                where.append(WORD);
                args.add(word);
            }
        }
        Long total = jdbc.queryForObject("select count(*) from (" + where + ") found", Long.class, args.toArray());
        if (query.after() != null) {
            where.append("  and code > ?\n");
            args.add(query.after());
        }
        List<LibraryEntry> found =
                jdbc.query(where + " order by code limit " + (PAGE + 1), LibraryEntry::of, args.toArray());
        List<LibraryEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(
                shown,
                total == null ? 0 : total,
                found.size() > PAGE ? shown.get(shown.size() - 1).code() : null);
    }

    /** What holds of a code today, or else what held last or will hold first. */
    public Optional<LibraryEntry> find(String code) {
        return jdbc.query("select * from library_on(?) where code = ?", LibraryEntry::of, today(), code).stream()
                .findFirst();
    }

    /** Every version of a code, the newest first. */
    public List<LibraryEntry> versions(String code) {
        return jdbc.query("select * from library_entry where code = ? order by version desc", LibraryEntry::of, code);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
