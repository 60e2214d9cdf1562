package org.jiuzhu.resource;

import java.util.Locale;

/** A resource or a project of the library, in force on the day asked for. */
public record Resource(long id, String kind, String name, String nameEn) {

    static Resource of(LibraryEntry entry) {
        return new Resource(
                entry.id(),
                String.valueOf(entry.words().kind()),
                entry.name(Locale.CHINESE),
                entry.name(Locale.ENGLISH));
    }

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : name;
    }
}
