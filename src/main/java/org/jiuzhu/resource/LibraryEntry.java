package org.jiuzhu.resource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;

/** One version of an entry: what it said, for which days, and who wrote it when. It never changes. */
public record LibraryEntry(
        long id, Library library, String code, int version, EntryDraft words, String writtenBy, Instant writtenAt) {

    static LibraryEntry of(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        return new LibraryEntry(
                row.getLong("id"),
                Library.valueOf(row.getString("library")),
                row.getString("code"),
                row.getInt("version"),
                new EntryDraft(
                        PolicyDomain.valueOf(row.getString("domain")),
                        kind == null ? null : EntryKind.valueOf(kind),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("summary"),
                        row.getString("summary_en"),
                        row.getString("contact"),
                        row.getString("source"),
                        row.getString("street_code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    /** Of this version alone; a newer one may have taken its place. */
    public Validity on(LocalDate day) {
        if (day.isBefore(words.validFrom())) {
            return Validity.NOT_YET;
        }
        LocalDate last = words.validTo();
        return last != null && day.isAfter(last) ? Validity.EXPIRED : Validity.IN_FORCE;
    }

    /** Chinese where nobody has written English. */
    public String name(Locale locale) {
        return translated(locale, words.name(), words.nameEn());
    }

    public String summary(Locale locale) {
        return translated(locale, words.summary(), words.summaryEn());
    }

    private static String translated(Locale locale, String chinese, String english) {
        return "en".equals(locale.getLanguage()) && !english.isEmpty() ? english : chinese;
    }
}
