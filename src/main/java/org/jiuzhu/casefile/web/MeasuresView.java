package org.jiuzhu.casefile.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.casefile.AssistanceCase;
import org.jiuzhu.casefile.LineCoordination;
import org.jiuzhu.casefile.Measures;
import org.jiuzhu.casefile.ResourceLink;
import org.jiuzhu.casefile.web.CasePage.MeasureRow;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.lifecycle.CaseMeasures;
import org.jiuzhu.lifecycle.CaseMeasures.Measure;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done about each planned need, and how far it has come. */
@Component
class MeasuresView {

    private final Needs needs;
    private final Measures measures;
    private final List<CaseMeasures> stages;
    private final Words words;

    MeasuresView(Needs needs, Measures measures, List<CaseMeasures> stages, Words words) {
        this.needs = needs;
        this.measures = measures;
        this.stages = stages;
        this.words = words;
    }

    List<MeasureRow> of(AssistanceCase shown) {
        Map<Long, Measure> elsewhere = latest(
                stages.stream().flatMap(stage -> stage.of(shown.id()).stream()).toList(), Measure::needId);
        Map<Long, ResourceLink> links = oldestLast(measures.linksOf(shown.id()), ResourceLink::needId);
        Map<Long, LineCoordination> lines = oldestLast(measures.coordinationsOf(shown.id()), LineCoordination::needId);
        return needs.ofCase(shown.id()).stream()
                .filter(need -> need.intervention() != null)
                .map(need -> row(need, elsewhere.get(need.id()), links.get(need.id()), lines.get(need.id())))
                .toList();
    }

    private MeasureRow row(
            Need need, @Nullable Measure elsewhere, @Nullable ResourceLink link, @Nullable LineCoordination line) {
        String name = words.sayOr("need." + need.category(), need.category());
        String kind = words.say("casefile.intervention." + need.intervention());
        if (elsewhere != null) {
            return new MeasureRow(
                    name,
                    words.say("casefile.measure.numbered", kind, elsewhere.number()),
                    elsewhere.state(),
                    elsewhere.stateText(),
                    elsewhere.detail(),
                    elsewhere.href());
        }
        return new MeasureRow(
                name, kind, state(need), words.say("casefile.need." + need.status()), detail(need, link, line), null);
    }

    private @Nullable String detail(Need need, @Nullable ResourceLink link, @Nullable LineCoordination line) {
        if (need.setback() != null) {
            return words.say("casefile.need.setback", need.setback());
        }
        if (need.intervention() == Intervention.RESOURCE_LINK && link != null) {
            return link.report().words();
        }
        return need.intervention() == Intervention.LINE_COORDINATION && line != null
                ? line.report().words()
                : null;
    }

    private static String state(Need need) {
        return need.status() == NeedStatus.MET ? "met" : need.isSettled() ? "cancelled" : "upcoming";
    }

    private static <T> Map<Long, T> latest(Collection<T> rows, Function<T, Long> need) {
        return rows.stream().collect(Collectors.toMap(need, Function.identity(), (older, newer) -> newer));
    }

    private static <T> Map<Long, T> oldestLast(Collection<T> rows, Function<T, Long> need) {
        return rows.stream().collect(Collectors.toMap(need, Function.identity(), (newer, older) -> newer));
    }
}
