package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Puts a form file into the user's language. Chinese stands where form-js looks for it; English stands beside it as
 * {@code labelEn}, {@code descriptionEn} and so on: in a component's {@code properties}, and in an option itself.
 */
@Component
public class FormLocalizer {

    private static final String ENGLISH = "En";
    private static final Pattern ROW = Pattern.compile("\\[\\d+]");
    /** Where in a component a text may stand. */
    private static final List<String> PLACES = List.of("", "validate", "appearance");
    /** More than a product ever deploys; a memo that grew beyond is dropped as a whole. */
    private static final int REMEMBERED = 1000;

    private final ObjectMapper mapper;
    private final Map<String, JsonNode> english = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> chinese = new ConcurrentHashMap<>();

    FormLocalizer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The form as form-js gets it; shared, not to be changed. */
    public JsonNode form(String schema, Locale locale) {
        boolean isEnglish = isEnglish(locale);
        Map<String, JsonNode> memo = isEnglish ? english : chinese;
        if (memo.size() > REMEMBERED) {
            memo.clear();
        }
        return memo.computeIfAbsent(schema, text -> {
            JsonNode form = read(text);
            return isEnglish ? speakEnglish(form) : form;
        });
    }

    /** The server's own data: an option or text that brings its {@code labelEn} is swapped as in a form. */
    public JsonNode data(Map<String, ?> data, Locale locale) {
        JsonNode tree = mapper.valueToTree(data);
        return isEnglish(locale) ? speakEnglish(tree) : tree;
    }

    /** What the field is called on the form; empty if the form has no such field. */
    public Optional<String> label(String schema, String field, Locale locale) {
        String wanted = ROW.matcher(field).replaceAll("");
        return label(form(schema, locale), "", wanted);
    }

    /** What the form's own button says, which the page shows as its primary button. */
    public Optional<String> submitLabel(String schema, Locale locale) {
        for (JsonNode part : form(schema, locale).path("components")) {
            if (part.path("type").asText().equals("button")) {
                return Optional.of(part.path("label").asText());
            }
        }
        return Optional.empty();
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static Optional<String> label(JsonNode part, String holder, String wanted) {
        String own = part.path("key").asText(part.path("path").asText(""));
        String path = holder.isEmpty() || own.isEmpty() ? holder + own : holder + "." + own;
        if (path.equals(wanted) && !own.isEmpty()) {
            String label = part.path("label")
                    .asText(part.path("dateLabel").asText(part.path("timeLabel").asText("")));
            return Optional.of(label);
        }
        for (JsonNode inner : part.path("components")) {
            Optional<String> found = label(inner, path, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static JsonNode speakEnglish(JsonNode tree) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(tree));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            node.forEach(open::push);
            if (node instanceof ObjectNode object) {
                translate(object, object);
                translate(object, object.path("properties"));
            }
        }
        return tree;
    }

    private static void translate(ObjectNode part, JsonNode texts) {
        for (Map.Entry<String, JsonNode> text : List.copyOf(texts.properties())) {
            String name = text.getKey();
            if (name.endsWith(ENGLISH) && text.getValue().isTextual()) {
                put(part, name.substring(0, name.length() - ENGLISH.length()), text.getValue());
            }
        }
    }

    private static void put(ObjectNode part, String name, JsonNode english) {
        for (String place : PLACES) {
            JsonNode holder = place.isEmpty() ? part : part.path(place);
            if (holder instanceof ObjectNode object && object.has(name)) {
                object.set(name, english);
            }
        }
        if (name.equals("label") && !part.has("label")) {
            put(part, part.has("dateLabel") ? "dateLabel" : "timeLabel", english);
        }
    }

    private JsonNode read(String schema) {
        try {
            return mapper.readTree(schema);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A form file is not JSON", broken);
        }
    }
}
