package org.jiuzhu.workflow.form;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Reads a form's pattern as a browser's regular expression reads it. */
final class JsPattern {

    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    /** What {@code \s} is in a browser: the ideographic space is one. */
    static final String SPACE = "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private JsPattern() {}

    static boolean find(String pattern, String text) {
        return COMPILED.computeIfAbsent(pattern, p -> Pattern.compile(translate(p)))
                .matcher(text)
                .find();
    }

    /** Java differs in brackets inside a class, in {@code &&}, in {@code $} before a final line end, in {@code \s}. */
    static String translate(String pattern) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int n = 0; n < pattern.length(); n++) {
            char c = pattern.charAt(n);
            if (c == '\\' && n + 1 < pattern.length()) {
                char escaped = pattern.charAt(++n);
                java.append(escape(escaped, inClass));
            } else if (inClass && (c == '[' || c == '&')) {
                java.append('\\').append(c);
            } else if (!inClass && c == '$') {
                java.append("\\z");
            } else {
                inClass = c == '[' || inClass && c != ']';
                java.append(c);
            }
        }
        return java.toString();
    }

    private static String escape(char escaped, boolean inClass) {
        return switch (escaped) {
            case 's' -> inClass ? SPACE : "[" + SPACE + "]";
            case 'S' -> "[^" + SPACE + "]";
            default -> "\\" + escaped;
        };
    }
}
