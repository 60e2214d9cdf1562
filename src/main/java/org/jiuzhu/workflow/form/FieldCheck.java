package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Checks one field's value, in form-js's order: what the type asks, pattern, required, least and most, kind of text.
 * Returns the answer: the value, or null where nothing was answered.
 */
final class FieldCheck {

    private static final int MOST_CHARACTERS = 20_000;

    private final Options options;
    private final Feel feel;
    private final DateCheck dates;
    private final Problems problems;

    FieldCheck(Options options, Feel feel, LocalDate today, Problems problems) {
        this.options = options;
        this.feel = feel;
        this.dates = new DateCheck(today);
        this.problems = problems;
    }

    JsonNode check(FormPart field, FieldPath path, JsonNode value, Map<String, @Nullable Object> context) {
        Rules rules = new Rules(field, path.toString(), context);
        return switch (field.type()) {
            case "textfield", "textarea" -> rules.text(value);
            case "number" -> rules.number(value);
            case "checkbox" -> rules.tick(value);
            case "datetime" -> rules.date(value);
            case "checklist", "taglist" -> rules.many(value);
            default -> rules.one(value);
        };
    }

    private final class Rules {

        private final FormPart field;
        private final String path;
        private final Map<String, @Nullable Object> context;
        private final JsonNode validate;

        private Rules(FormPart field, String path, Map<String, @Nullable Object> context) {
            this.field = field;
            this.path = path;
            this.context = context;
            this.validate = field.validate();
        }

        private JsonNode text(JsonNode value) {
            if (!value.isTextual()) {
                return wrongKind();
            }
            String text = value.asText();
            if (hasControls(text)) {
                problem("form.controlCharacters");
            }
            if (!text.isEmpty()) {
                pattern(text);
            }
            required(text.isEmpty(), "form.required");
            if (!text.isEmpty()) {
                length(text);
                kind(text);
            }
            return text.isEmpty() ? NullNode.instance : value;
        }

        private void pattern(String text) {
            String pattern = validate.path("pattern").asText("");
            if (pattern.isEmpty() || JsPattern.find(pattern, text)) {
                return;
            }
            String own = validate.path("patternErrorMessage").asText("");
            if (own.isEmpty()) {
                problem("form.pattern");
            } else {
                String english = field.json()
                        .path("properties")
                        .path("patternErrorMessageEn")
                        .asText(own);
                problem("form.ownWords", own, english);
            }
        }

        private void length(String text) {
            BigDecimal least = limit("minLength");
            if (least != null && BigDecimal.valueOf(text.length()).compareTo(least) < 0) {
                problem("form.minLength", plain(least));
            }
            BigDecimal most = limit("maxLength");
            if (most != null && BigDecimal.valueOf(text.length()).compareTo(most) > 0) {
                problem("form.maxLength", plain(most));
            } else if (text.length() > MOST_CHARACTERS) {
                problem("form.maxLength", String.valueOf(MOST_CHARACTERS));
            }
        }

        private void kind(String text) {
            String kind = validate.path("validationType").asText();
            if (kind.equals("phone") && !FormJsPatterns.PHONE.matcher(text).find()) {
                problem("form.phone");
            }
            if (kind.equals("email") && !FormJsPatterns.EMAIL.matcher(text).find()) {
                problem("form.email");
            }
        }

        private JsonNode number(JsonNode value) {
            if (value.isNull()) {
                required(true, "form.required");
                return value;
            }
            BigDecimal number = read(value);
            if (number == null) {
                problem("form.notANumber");
                return value;
            }
            decimals(number);
            increment(number);
            BigDecimal least = limit("min");
            if (least != null && number.compareTo(least) < 0) {
                problem("form.min", plain(least));
            }
            BigDecimal most = limit("max");
            if (most != null && number.compareTo(most) > 0) {
                problem("form.max", plain(most));
            }
            return value;
        }

        private @Nullable BigDecimal read(JsonNode value) {
            if (value.isNumber()) {
                return value.decimalValue();
            }
            try {
                return value.isTextual() ? new BigDecimal(value.asText()) : null;
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }

        private void decimals(BigDecimal number) {
            JsonNode most = field.json().path("decimalDigits");
            if (!most.isNumber() || most.asInt() < 0 || Json.tidy(number).scale() <= most.asInt()) {
                return;
            }
            if (most.asInt() == 0) {
                problem("form.wholeNumber");
            } else {
                problem("form.decimals", most.asText());
            }
        }

        private void increment(BigDecimal number) {
            BigDecimal step = decimal(field.json().path("increment"));
            if (step == null || step.signum() == 0) {
                return;
            }
            BigDecimal over = number.remainder(step);
            if (over.signum() != 0) {
                BigDecimal before = number.subtract(over);
                problem("form.nearest", plain(before), plain(before.add(step)));
            }
        }

        private JsonNode tick(JsonNode value) {
            if (!value.isBoolean()) {
                return wrongKind();
            }
            required(!value.booleanValue(), "form.requiredTick");
            return value;
        }

        private JsonNode date(JsonNode value) {
            if (value.isNull()) {
                required(true, "form.required");
                return value;
            }
            dates.problem(field, value.asText()).ifPresent(key -> problem(key, dates.args(field, key)));
            return value;
        }

        private JsonNode one(JsonNode value) {
            if (value.isNull()) {
                required(true, "form.requiredChoice");
            } else if (!Json.has(options.of(field, context), value)) {
                problem("form.notAnOption");
            }
            return value;
        }

        private JsonNode many(JsonNode value) {
            if (!value.isArray()) {
                return wrongKind();
            }
            required(value.isEmpty(), "form.requiredChoice");
            List<JsonNode> offered = value.isEmpty() ? List.of() : options.of(field, context);
            ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
            boolean foreign = false;
            for (JsonNode item : value) {
                foreign |= !Json.has(offered, item);
                if (!Json.has(chosen, item)) {
                    chosen.add(item);
                }
            }
            if (foreign) {
                problem("form.notAnOption");
            }
            return chosen;
        }

        private void required(boolean missing, String key) {
            if (missing && validate.path("required").asBoolean()) {
                problem(key);
            }
        }

        private JsonNode wrongKind() {
            problem("form.wrongKind");
            return NullNode.instance;
        }

        private @Nullable BigDecimal limit(String name) {
            Object value = feel.setting(validate.path(name), context);
            try {
                return value == null ? null : new BigDecimal(value.toString());
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }

        private void problem(String key, Object... args) {
            problems.add(path, key, args);
        }
    }

    private static @Nullable BigDecimal decimal(JsonNode value) {
        return value.isNumber() || value.isTextual() && !value.asText().isBlank()
                ? new BigDecimal(value.asText())
                : null;
    }

    private static String plain(BigDecimal number) {
        return Json.tidy(number).toPlainString();
    }

    /** Characters that no keyboard writes; line ends and tabs of a long text are fine. */
    private static boolean hasControls(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE);
    }
}
