package org.jiuzhu.casefile;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** What is to be done for a household: a round is one attempt, a version one wording the household was asked about. */
@Entity
public class ServicePlan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long caseId;
    private int round;
    private int version;

    @Enumerated(EnumType.STRING)
    private PlanState state;

    @Convert(converter = EncryptedText.class)
    private String goal;

    private @Nullable LocalDate reviewOn;

    @Column
    private String draftedBy;

    @Column
    private Instant draftedAt;

    private @Nullable String answeredBy;
    private @Nullable LocalDate explainedOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String householdWords;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "service_plan_item", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlanItem> items;

    @Embedded
    private Place place;

    @ForJpa
    protected ServicePlan() {}

    /** @param before the case's latest plan; wanting a change goes on with its round, anything else begins the next */
    ServicePlan(
            AssistanceCase of,
            @Nullable ServicePlan before,
            String goal,
            List<PlanItem> items,
            @Nullable LocalDate reviewOn,
            String draftedBy,
            Instant draftedAt) {
        boolean sameRound = before != null && before.state == PlanState.CHANGE_WANTED;
        this.caseId = of.id();
        this.round = before == null ? 1 : before.round + (sameRound ? 0 : 1);
        this.version = before != null && sameRound ? before.version + 1 : 1;
        this.state = PlanState.DRAFTED;
        this.goal = goal;
        this.items = List.copyOf(items);
        this.reviewOn = reviewOn;
        this.draftedBy = draftedBy;
        this.draftedAt = draftedAt;
        this.place = of.place();
    }

    void answered(PlanState answer, String by, LocalDate explained, @Nullable String words) {
        if (state != PlanState.DRAFTED) {
            throw new IllegalStateException("The household has already answered plan " + id);
        }
        state = answer;
        answeredBy = by;
        explainedOn = explained;
        householdWords = words;
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public int round() {
        return round;
    }

    public int version() {
        return version;
    }

    public PlanState state() {
        return state;
    }

    public String goal() {
        return goal;
    }

    public @Nullable LocalDate reviewOn() {
        return reviewOn;
    }

    public String draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable String answeredBy() {
        return answeredBy;
    }

    public @Nullable LocalDate explainedOn() {
        return explainedOn;
    }

    public @Nullable String householdWords() {
        return householdWords;
    }

    public List<PlanItem> items() {
        return List.copyOf(items);
    }
}
