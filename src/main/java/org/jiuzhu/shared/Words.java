package org.jiuzhu.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The reader's language for a message key. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** What is wrong, by field; of several things the first. */
    public Map<String, String> byField(InvalidInput invalid) {
        Map<String, String> said = new LinkedHashMap<>();
        invalid.problems()
                .forEach(problem -> said.putIfAbsent(
                        problem.field(),
                        say(problem.messageKey(), problem.args().toArray())));
        return said;
    }

    /** The words of a key that may be missing, such as one for a code that a table made up. */
    public String sayOr(String key, String otherwise) {
        String words = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return words == null ? otherwise : words;
    }
}
