package org.jiuzhu.household;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** Something a household needs, found by its assessment; what people tell about it is encrypted at rest. */
@Entity
public class Need {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    private long caseId;

    private long householdId;

    @Column
    private String category;

    @Convert(converter = EncryptedText.class)
    private String description;

    private boolean willing;

    @Enumerated(EnumType.STRING)
    private @Nullable Intervention intervention;

    @Convert(converter = EncryptedText.class)
    private @Nullable String goal;

    @Convert(converter = EncryptedText.class)
    private @Nullable String planExcerpt;

    private @Nullable Long resourceId;

    @Convert(converter = EncryptedText.class)
    private @Nullable String setback;

    @Enumerated(EnumType.STRING)
    private NeedStatus status;

    @Embedded
    private Place place;

    @ForJpa
    protected Need() {}

    Need(long caseId, Household household, String category, String description, boolean willing) {
        this.caseId = caseId;
        this.householdId = household.id();
        this.place = household.place();
        this.category = category;
        this.description = description;
        this.willing = willing;
        this.status = NeedStatus.OPEN;
    }

    void plan(Intervention intervention, String goal, @Nullable String excerpt, @Nullable Long resource) {
        if (isSettled()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "household.need.settled");
        }
        this.intervention = intervention;
        this.goal = goal;
        this.planExcerpt = excerpt;
        this.resourceId = resource;
        this.setback = null;
        this.status = NeedStatus.PLANNED;
    }

    void settle(NeedStatus outcome) {
        this.status = outcome;
    }

    void setBack(String why) {
        this.setback = why;
        this.status = NeedStatus.OPEN;
    }

    /** A met or dropped need is over; an unplaced one may be planned again. */
    public boolean isSettled() {
        return status == NeedStatus.MET || status == NeedStatus.DROPPED;
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public long householdId() {
        return householdId;
    }

    /** A code of the assessment's need lists, {@code LIVING_CARE}. */
    public String category() {
        return category;
    }

    public String description() {
        return description;
    }

    public boolean willing() {
        return willing;
    }

    public @Nullable Intervention intervention() {
        return intervention;
    }

    public @Nullable String goal() {
        return goal;
    }

    /** What a social organisation reads of the plan: no identity number, no income. */
    public @Nullable String planExcerpt() {
        return planExcerpt;
    }

    /** The resource thought of when it was planned. */
    public @Nullable Long resourceId() {
        return resourceId;
    }

    /** Why what was planned came to nothing; null once it is planned again. */
    public @Nullable String setback() {
        return setback;
    }

    public NeedStatus status() {
        return status;
    }

    public Place place() {
        return place;
    }
}
