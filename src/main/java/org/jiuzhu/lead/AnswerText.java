package org.jiuzhu.lead;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** An answer's sentence. */
final class AnswerText {

    private AnswerText() {}

    static String of(Answer answer, Lead lead, MessageSource messages, Locale language) {
        String word = answer.argumentKey() == null ? "" : messages.getMessage(answer.argumentKey(), null, "", language);
        return messages.getMessage(answer.messageKey(), new Object[] {lead.number(), String.valueOf(word)}, language);
    }
}
