package org.jiuzhu.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an agreed plan sets going, and how far it has come; those verbs without an actor are called by the model. */
@Component("measures")
@ForModels
@Transactional
public class Measures {

    /** What somebody still has to do something about once it is planned; direct service goes on by itself. */
    private static final Set<Intervention> CARRIED_OUT = Set.of(
            Intervention.REFERRAL, Intervention.APPLY, Intervention.RESOURCE_LINK, Intervention.LINE_COORDINATION);

    private final CaseDesk cases;
    private final Needs needs;
    private final ResourceLinkRows links;
    private final LineCoordinationRows coordinations;
    private final Timeline timeline;
    private final Clock clock;

    Measures(
            CaseDesk cases,
            Needs needs,
            ResourceLinkRows links,
            LineCoordinationRows coordinations,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.needs = needs;
        this.links = links;
        this.coordinations = coordinations;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The needs that wait for a resource. */
    @Transactional(readOnly = true)
    public List<Long> toLink(long caseId) {
        return planned(caseId, Intervention.RESOURCE_LINK);
    }

    /** The needs that wait for a department. */
    @Transactional(readOnly = true)
    public List<Long> toCoordinate(long caseId) {
        return planned(caseId, Intervention.LINE_COORDINATION);
    }

    /**
     * Once every branch has come to its end: {@code LEFT} where a conference decided on something still to be carried
     * out, {@code SET_BACK} where a need came back and has to be planned again, {@code DONE} otherwise.
     */
    @Transactional(readOnly = true)
    public String standing(long caseId) {
        List<Need> all = needs.ofCase(caseId);
        if (all.stream().anyMatch(need -> need.status() == NeedStatus.PLANNED && isCarriedOut(need))) {
            return "LEFT";
        }
        return all.stream().anyMatch(need -> need.setback() != null && need.status() == NeedStatus.OPEN)
                ? "SET_BACK"
                : "DONE";
    }

    public void link(long caseId, long needId, ResourceLink.Report report, String resource, Actor by) {
        AssistanceCase known = cases.get(caseId);
        links.save(new ResourceLink(known, needId, report, by.username(), clock.instant()));
        if (report.outcome() == ResourceLink.Outcome.LINKED) {
            needs.settle(needId, NeedStatus.MET);
        } else {
            needs.setBack(needId, report.words());
        }
        timeline.add(
                "case.resource" + report.outcome(),
                known.subject(),
                null,
                by,
                Map.of("resource", resource, "note", report.words()));
    }

    /** @throws InvalidInput if the answer is older than the request */
    public void coordinate(long caseId, long needId, LineCoordination.Report report, Actor by) {
        if (report.answeredOn().isBefore(report.askedOn())) {
            throw new InvalidInput(FieldProblem.of("answeredOn", "casefile.answeredOn.beforeAsked"));
        }
        AssistanceCase known = cases.get(caseId);
        coordinations.save(new LineCoordination(known, needId, report, by.username(), clock.instant()));
        if (report.answer() == LineCoordination.Answer.AGREED) {
            needs.settle(needId, NeedStatus.MET);
        } else {
            needs.setBack(needId, report.words());
        }
        timeline.add("case.line" + report.answer(), known.subject(), null, by, Map.of("note", report.words()));
    }

    /** The latest attempt first. */
    @Transactional(readOnly = true)
    public List<ResourceLink> linksOf(long caseId) {
        return links.findByCaseIdOrderByIdDesc(caseId);
    }

    /** The latest request first. */
    @Transactional(readOnly = true)
    public List<LineCoordination> coordinationsOf(long caseId) {
        return coordinations.findByCaseIdOrderByIdDesc(caseId);
    }

    private List<Long> planned(long caseId, Intervention by) {
        return needs.ofCase(caseId).stream()
                .filter(need -> need.intervention() == by && need.status() == NeedStatus.PLANNED)
                .map(Need::id)
                .toList();
    }

    private static boolean isCarriedOut(Need need) {
        return need.intervention() != null && CARRIED_OUT.contains(need.intervention());
    }
}
