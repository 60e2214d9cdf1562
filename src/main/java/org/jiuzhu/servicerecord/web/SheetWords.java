package org.jiuzhu.servicerecord.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The sheet's words: the reader's on a screen, the notice's own on paper. */
record SheetWords(MessageSource messages, Locale locale) {

    /** @param key below {@code servicerecord.} */
    public String of(String key, Object... args) {
        return messages.getMessage("servicerecord." + key, args, locale);
    }

    public String box(boolean ticked, String key) {
        return (ticked ? "☑" : "□") + of(key);
    }
}
