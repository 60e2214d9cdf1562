package org.jiuzhu.rulechange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RulePreviews;
import org.jiuzhu.rulechange.RulePreviews.Look;
import org.jiuzhu.visit.Forecast;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What another profile would mean for a unit, for programs; looking orders nothing. */
@RestController
@RequestMapping(path = "/api/v1/profile-previews", produces = MediaType.APPLICATION_JSON_VALUE)
class ProfilePreviewApi {

    private final RulePreviews previews;
    private final CurrentActor actors;

    ProfilePreviewApi(RulePreviews previews, CurrentActor actors) {
        this.previews = previews;
        this.actors = actors;
    }

    /**
     * @param seen of {@code total} people have been looked at
     * @param people whose plan would demand something else; absent, as what follows, until all have been looked at
     * @param openWindows of theirs that are open now and still lack a visit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Preview(
            int seen,
            int total,
            @Nullable Integer people,
            @Nullable Integer openWindows,
            @Nullable List<Point> points) {}

    /**
     * @param orgCode the committee; the street for those who belong to none
     * @param before visits that the whole point owes in an average week
     */
    record Point(String orgCode, int people, double before, double after) {}

    @GetMapping
    ResponseEntity<Preview> preview(
            @RequestParam String org,
            @RequestParam String profile,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate on) {
        var asked = new NewRuleChange(Kind.PROFILE, profile, org, on, List.of(), false, null);
        Look look = previews.look(asked, actors.get());
        Forecast forecast = look.forecast();
        return forecast == null
                ? ResponseEntity.status(HttpStatus.ACCEPTED)
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .body(new Preview(look.seen(), look.total(), null, null, null))
                : ResponseEntity.ok(whole(look, forecast));
    }

    private static Preview whole(Look look, Forecast forecast) {
        return new Preview(
                look.seen(),
                look.total(),
                forecast.people(),
                forecast.openWindows(),
                forecast.points().stream()
                        .map(load -> new Point(load.place().orgCode(), load.people(), load.before(), load.after()))
                        .toList());
    }
}
