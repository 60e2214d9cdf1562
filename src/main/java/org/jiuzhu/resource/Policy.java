package org.jiuzhu.resource;

import java.util.Locale;

/**
 * A policy of the library, in force on the day asked for.
 *
 * @param domain the name of its {@link PolicyDomain}
 */
public record Policy(String code, String domain, String name, String nameEn) {

    static Policy of(LibraryEntry entry) {
        return new Policy(
                entry.code(), entry.words().domain().name(), entry.name(Locale.CHINESE), entry.name(Locale.ENGLISH));
    }

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : name;
    }
}
