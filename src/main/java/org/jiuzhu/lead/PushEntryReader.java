package org.jiuzhu.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads one entry of a push. Unlike a caller's ticket it can be mended and sent again, so what does not hold is refused,
 * with its field.
 */
@Component
class PushEntryReader {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_STORY = 4000;
    private static final Map<String, Integer> LONGEST = Map.of(
            "name",
            100,
            "phone",
            40,
            "idNumber",
            40,
            "road",
            100,
            "room",
            100,
            "reporterName",
            100,
            "reporterPhone",
            40);
    private static final List<String> CODES = List.of("committeeCode", "streetCode");
    private static final int LONGEST_CODE = 20;
    /** 因病致贫预警 (SJ 二(三)). */
    private static final String ILLNESS_POVERTY = "ILLNESS_POVERTY";

    private final LeadChecks checks;
    private final SearchHash hashes;
    private final ObjectMapper json;

    PushEntryReader(LeadChecks checks, SearchHash hashes, ObjectMapper json) {
        this.checks = checks;
        this.hashes = hashes;
        this.json = json.copy()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /**
     * @param sourceRef the entry's own reference, else one made of its words: the same words are the same entry
     * @param place who may see it; null where that could not be read
     * @param checked null where it is refused
     */
    record Read(
            @Nullable String sourceRef,
            @Nullable Place place,
            LeadChecks.@Nullable Checked checked,
            List<FieldProblem> problems) {

        static Read refused(@Nullable String sourceRef, @Nullable Place place, List<FieldProblem> problems) {
            return new Read(sourceRef, place, null, List.copyOf(problems));
        }
    }

    Read read(String entry) {
        JsonNode body;
        try {
            body = json.readTree(entry);
        } catch (JsonProcessingException broken) {
            int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
            return Read.refused(
                    null, null, List.of(FieldProblem.of("row", "lead.push.rowMalformed", String.valueOf(column))));
        }
        if (!body.isObject()) {
            return Read.refused(null, null, List.of(FieldProblem.of("row", "lead.push.noObject")));
        }
        return read(body);
    }

    private Read read(JsonNode body) {
        List<FieldProblem> problems = new ArrayList<>(words(body));
        TicketJson ticket = new TicketJson(body);
        String given = ticket.text("sourceRef");
        boolean referenced = given != null && REFERENCE.matcher(given).matches();
        if (given != null && !referenced) {
            problems.add(FieldProblem.of("sourceRef", "lead.sourceRef.form"));
        }
        String ref = referenced ? given : "row-" + hashes.of("pushRow", body.toString());
        NewLead lead = ticket.lead(LeadSource.PUSH, ref, null).alerting(alert(ticket, problems));
        if (lead.said().name() == null && lead.said().idNumber() == null) {
            problems.add(FieldProblem.of("name", "lead.push.nobody"));
        }
        LeadChecks.Checked checked = checks.check(lead);
        Set<FieldProblem> all = new LinkedHashSet<>(problems);
        checked.problems().stream()
                .filter(problem ->
                        problems.stream().noneMatch(known -> known.field().equals(problem.field())))
                .forEach(all::add);
        if (all.isEmpty()) {
            return new Read(ref, checked.place(), checked, List.of());
        }
        return Read.refused(
                referenced ? given : null, checked.placeAssumed() ? null : checked.place(), List.copyOf(all));
    }

    /** The one kind of alert that is known; without any, an entry is a lead and nothing more. */
    private static boolean alert(TicketJson ticket, List<FieldProblem> problems) {
        String alert = ticket.text("alert");
        if (alert != null && !alert.equals(ILLNESS_POVERTY)) {
            problems.add(FieldProblem.of("alert", "lead.push.alert"));
        }
        return ILLNESS_POVERTY.equals(alert);
    }

    /** What no text may be, whatever it says. */
    private static List<FieldProblem> words(JsonNode body) {
        List<FieldProblem> problems = new ArrayList<>();
        LONGEST.forEach((field, longest) -> word(body.path(field), field, longest, false, problems));
        CODES.forEach(field -> word(body.path(field), field, LONGEST_CODE, false, problems));
        word(body.path("sourceRef"), "sourceRef", Integer.MAX_VALUE, false, problems);
        word(body.path("story"), "story", LONGEST_STORY, true, problems);
        return problems;
    }

    private static void word(
            JsonNode value, String field, int longest, boolean paragraphs, List<FieldProblem> problems) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (value.isContainerNode() || value.isBoolean()) {
            problems.add(FieldProblem.of(field, "lead.value.text"));
            return;
        }
        String text = value.asText();
        if (text.codePoints().anyMatch(each -> isControl(each) && !(paragraphs && isBreak(each)))) {
            problems.add(FieldProblem.of(field, "lead.push.control"));
        } else if (text.codePointCount(0, text.length()) > longest) {
            problems.add(FieldProblem.of(field, "lead.push.tooLong", String.valueOf(longest)));
        }
    }

    private static boolean isControl(int each) {
        int type = Character.getType(each);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static boolean isBreak(int each) {
        return each == '\n' || each == '\r' || each == '\t';
    }
}
