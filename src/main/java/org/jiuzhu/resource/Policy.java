package org.jiuzhu.resource;

import java.util.Locale;

/** A policy of the library, in force on the day asked for. */
public record Policy(String code, String domain, String name, String nameEn) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : name;
    }
}
