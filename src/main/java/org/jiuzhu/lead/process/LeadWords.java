package org.jiuzhu.lead.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.workflow.FormAnswers;

/** Answers as the time line keeps them: codes by their key, free words as its note, what was left out left out. */
final class LeadWords {

    private LeadWords() {}

    static Map<String, String> of(FormAnswers answers, String note, String... keys) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("note", answers.text(note));
        for (String key : keys) {
            List<String> choices = answers.choices(key);
            String text = choices.isEmpty() ? answers.optionalText(key) : String.join(",", choices);
            if (text != null) {
                words.put(key, text);
            }
        }
        return words;
    }
}
