package org.jiuzhu.resource;

import java.util.Locale;

/** A resource of the library: a charity shop, rented aids, a volunteers' service. */
public record Resource(long id, String kind, String name, String nameEn) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : name;
    }
}
