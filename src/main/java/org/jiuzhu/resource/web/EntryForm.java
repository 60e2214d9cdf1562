package org.jiuzhu.resource.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.resource.EntryDraft;
import org.jiuzhu.resource.EntryKind;
import org.jiuzhu.resource.Library;
import org.jiuzhu.resource.LibraryEntry;
import org.jiuzhu.resource.PolicyDomain;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is typed; every field is text until it is read, so that a page can give back what was typed.
 *
 * @param street empty for the whole district
 * @param version the version that was read, 0 for a new entry
 */
record EntryForm(
        @Nullable String domain,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String summary,
        @Nullable String summaryEn,
        @Nullable String contact,
        @Nullable String source,
        @Nullable String street,
        @Nullable String validFrom,
        @Nullable String validTo,
        int version) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    static EntryForm empty(@Nullable String street, LocalDate today) {
        return new EntryForm("", "", "", "", "", "", "", "", street, today.toString(), "", 0);
    }

    /** What the newest version says, from today on. */
    static EntryForm of(LibraryEntry newest, LocalDate today) {
        EntryDraft words = newest.words();
        LocalDate from = today.isBefore(words.validFrom()) ? words.validFrom() : today;
        LocalDate to = words.validTo();
        return new EntryForm(
                words.domain().name(),
                words.kind() == null ? "" : words.kind().name(),
                words.name(),
                words.nameEn(),
                words.summary(),
                words.summaryEn(),
                words.contact(),
                words.source(),
                words.streetCode(),
                from.toString(),
                to == null || to.isBefore(from) ? "" : to.toString(),
                newest.version());
    }

    /**
     * @param streets those that there are
     * @throws InvalidInput with every field that does not hold
     */
    EntryDraft draft(Library library, List<String> streets) {
        Problems problems = new Problems();
        PolicyDomain read = domain(problems);
        EntryKind chosen = kind(library, problems);
        String title = text("name", name, 60, problems);
        if (title.isEmpty()) {
            problems.add("name", "resource.required.name");
        }
        String basis = text("source", source, 120, problems);
        if (basis.isEmpty()) {
            problems.add("source", "resource.required.source");
        }
        String english = text("nameEn", nameEn, 120, problems);
        String about = text("summary", summary, 500, problems);
        String aboutEnglish = text("summaryEn", summaryEn, 800, problems);
        String reached = text("contact", contact, 100, problems);
        String area = street == null || street.isBlank() ? null : street.strip();
        if (area != null && !streets.contains(area)) {
            problems.add("street", "resource.street");
        }
        Optional<LocalDate> from = day("validFrom", validFrom, problems);
        if (from.isEmpty() && (validFrom == null || validFrom.isBlank())) {
            problems.add("validFrom", "resource.required.validFrom");
        }
        Optional<LocalDate> to = day("validTo", validTo, problems);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            problems.add("validTo", "resource.order", from.get());
        }
        problems.check();
        return new EntryDraft(
                read,
                chosen,
                title,
                english,
                about,
                aboutEnglish,
                reached,
                basis,
                area,
                from.orElseThrow(),
                to.orElse(null));
    }

    private PolicyDomain domain(Problems problems) {
        Optional<PolicyDomain> read = Arrays.stream(PolicyDomain.values())
                .filter(known -> known.name().equals(domain))
                .findFirst();
        if (read.isEmpty()) {
            problems.add("domain", "resource.domain.choose");
        }
        return read.orElse(PolicyDomain.BASIC_LIVING);
    }

    private @Nullable EntryKind kind(Library library, Problems problems) {
        Optional<EntryKind> read = library.kinds().stream()
                .filter(known -> known.name().equals(kind))
                .findFirst();
        if (read.isEmpty() && !library.kinds().isEmpty()) {
            problems.add("kind", "resource.kind");
        }
        return read.orElse(null);
    }

    private static String text(String field, @Nullable String typed, int longest, Problems problems) {
        String plain = typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                        .strip();
        if (plain.codePointCount(0, plain.length()) > longest) {
            problems.add(field, "resource.tooLong", longest);
        }
        return plain;
    }

    private static Optional<LocalDate> day(String field, @Nullable String typed, Problems problems) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException noDay) {
            // said below
        }
        problems.add(field, "resource.day");
        return Optional.empty();
    }
}
