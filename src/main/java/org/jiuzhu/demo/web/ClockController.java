package org.jiuzhu.demo.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jiuzhu.demo.DemoClock;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.ProductClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The demo clock by hand and by API. */
@Controller
@ConditionalOnExpression("'${jiuzhu.mode}' != 'production'")
class ClockController {

    private static final int OPENING_HOUR = 9;

    private final DemoClock clock;
    private final ClockPanels panels;

    ClockController(DemoClock clock, ClockPanels panels) {
        this.clock = clock;
        this.panels = panels;
    }

    /** @param step {@code next}; or {@code to}, a local date and time in Asia/Shanghai */
    record Move(@Nullable String step, @Nullable String to) {}

    @GetMapping("/demo/clock")
    String show(Model model) {
        model.addAttribute("clock", panels.panel());
        return "demo/clock";
    }

    @PostMapping("/demo/clock/next")
    String next(@RequestHeader(name = "Referer", required = false) @Nullable String from) {
        clock.toNext();
        return back(from);
    }

    @PostMapping("/demo/clock/tomorrow")
    String tomorrow(@RequestHeader(name = "Referer", required = false) @Nullable String from) {
        clock.to(opening(today().plusDays(1)));
        return back(from);
    }

    @PostMapping("/demo/clock/to")
    String to(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestHeader(name = "Referer", required = false) @Nullable String from) {
        clock.to(opening(day));
        return back(from);
    }

    @PostMapping("/api/v1/demo/clock")
    @ResponseBody
    Map<String, Object> move(@RequestBody Move move) {
        int jobs = "next".equals(move.step()) ? clock.toNext() : clock.to(parse(move.to()));
        return Map.of("now", clock.now(), "jobs", jobs);
    }

    @GetMapping("/api/v1/demo/clock")
    @ResponseBody
    Map<String, Object> now() {
        return Map.of("now", clock.now(), "upcoming", clock.upcoming(10));
    }

    private static Instant parse(@Nullable String local) {
        try {
            return LocalDateTime.parse(local == null ? "" : local)
                    .atZone(ProductClock.ZONE)
                    .toInstant();
        } catch (DateTimeParseException malformed) {
            throw new InvalidInput(FieldProblem.of("to", "clock.to"));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ProductClock.ZONE);
    }

    private static Instant opening(LocalDate day) {
        return day.atTime(OPENING_HOUR, 0).atZone(ProductClock.ZONE).toInstant();
    }

    /** Back to the product's own page from which the clock was moved. */
    private static String back(@Nullable String from) {
        return from != null && from.contains("/login") ? "redirect:/login" : "redirect:/demo/clock";
    }
}
