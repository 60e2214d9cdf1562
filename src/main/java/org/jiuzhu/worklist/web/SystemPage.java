package org.jiuzhu.worklist.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The design system: every part, drawn by the fragments that the pages use. */
@Controller
class SystemPage {

    /** As {@code fragments/parts.html :: timeline} reads it. */
    public record Sample(
            String kind,
            String icon,
            String title,
            String when,
            @Nullable String body,
            @Nullable String href,
            @Nullable String link) {}

    /** As {@code fragments/parts.html :: path} reads it. */
    public record SampleStage(String label, String state, @Nullable String note) {}

    private final MessageSource messages;

    SystemPage(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/system")
    String system(Model model, Locale locale) {
        model.addAttribute(
                "entries",
                List.of(
                        entry("next", "clock", "ui.system.sample.tl1", "ui.system.sample.to", locale),
                        entry("now", "transfer", "ui.system.sample.tl2", "ui.system.sample.remind", locale),
                        entry("done", "check", "ui.system.sample.tl3", "ui.system.sample.from", locale),
                        entry("late", "overdue", "ui.system.sample.tl4", "ui.system.sample.from", locale)));
        model.addAttribute(
                "stages",
                List.of(
                        stage("ui.stage.lead", "done", locale),
                        stage("ui.stage.assessment", "here", locale),
                        stage("ui.stage.plan", "later", locale),
                        stage("ui.stage.referral", "later", locale)));
        return "system";
    }

    private Sample entry(String kind, String icon, String title, String when, Locale locale) {
        return new Sample(kind, icon, words(title, locale), words(when, locale), null, null, null);
    }

    private SampleStage stage(String label, String state, Locale locale) {
        return new SampleStage(words(label, locale), state, null);
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
