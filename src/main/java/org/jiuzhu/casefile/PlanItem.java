package org.jiuzhu.casefile;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** What is done about one need, and what a social organisation may read of it. */
@Embeddable
public class PlanItem {

    private long needId;

    @Enumerated(EnumType.STRING)
    private Intervention intervention;

    @Convert(converter = EncryptedText.class)
    private String goal;

    @Convert(converter = EncryptedText.class)
    private @Nullable String excerpt;

    private @Nullable Long resourceId;

    @ForJpa
    protected PlanItem() {}

    public PlanItem(
            long needId, Intervention intervention, String goal, @Nullable String excerpt, @Nullable Long resourceId) {
        this.needId = needId;
        this.intervention = intervention;
        this.goal = goal;
        this.excerpt = excerpt;
        this.resourceId = resourceId;
    }

    public long needId() {
        return needId;
    }

    public Intervention intervention() {
        return intervention;
    }

    public String goal() {
        return goal;
    }

    public @Nullable String excerpt() {
        return excerpt;
    }

    /** The resource thought of; whoever links it may find another. */
    public @Nullable Long resourceId() {
        return resourceId;
    }
}
