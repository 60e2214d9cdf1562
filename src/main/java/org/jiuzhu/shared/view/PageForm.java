package org.jiuzhu.shared.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that works without script ({@code fragments/page-form}): what was typed stays, and each field says what it wants.
 *
 * @param notice what stands above everything, such as what somebody else changed meanwhile
 * @param problems by field, in the order of the fields
 */
public record PageForm(
        String nav,
        String title,
        @Nullable String intro,
        @Nullable Notice notice,
        String action,
        Map<String, String> hidden,
        List<Group> groups,
        Map<String, String> problems,
        String submit,
        String back,
        String backWords) {

    /** @param extra a further way on: what it is called, and the hidden field it sets to {@code YES} */
    public record Notice(String title, List<String> lines, @Nullable Option extra) {}

    public record Group(@Nullable String title, List<Field> fields) {}

    /**
     * @param kind {@code text date area select radio checks}
     * @param values what is chosen or typed; one but for {@code checks}
     */
    public record Field(
            String key,
            String kind,
            String label,
            @Nullable String hint,
            boolean optional,
            List<String> values,
            List<Option> options,
            @Nullable String problem) {

        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    public record Option(String value, String label) {}
}
