package org.jiuzhu.casefile.process;

import java.util.List;
import java.util.Map;
import org.jiuzhu.casefile.AssistanceCase;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.workflow.FormAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** The resources of a case's street as a form's options. */
final class ResourceOptions {

    private ResourceOptions() {}

    static List<Map<String, String>> of(Libraries libraries, AssistanceCase about) {
        return libraries.resources(about.place().streetCode()).stream()
                .map(resource -> Map.of(
                        "value",
                        String.valueOf(resource.id()),
                        "label",
                        resource.name(LocaleContextHolder.getLocale())))
                .toList();
    }

    static @Nullable Long chosen(FormAnswers answers) {
        String id = answers.optionalText("resourceId");
        return id == null ? null : Long.valueOf(id);
    }
}
