package org.jiuzhu.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** One follow-up of a case; what people say is encrypted at rest. */
@Entity
public class FollowUp {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long caseId;

    private long householdId;

    @Column
    private LocalDate followedOn;

    @Enumerated(EnumType.STRING)
    private FollowUpMethod method;

    @Enumerated(EnumType.STRING)
    private Outcome hazardsCleared;

    @Enumerated(EnumType.STRING)
    private Outcome urgentRelieved;

    @Enumerated(EnumType.STRING)
    private Outcome servicesDelivered;

    @Convert(converter = EncryptedText.class)
    private String householdSays;

    private boolean resolved;

    @Convert(converter = EncryptedText.class)
    private @Nullable String nextStep;

    @Convert(converter = EncryptedText.class)
    private @Nullable String suggestion;

    @Column
    private String followedBy;

    @Embedded
    @Column
    private Place place;

    @ForJpa
    protected FollowUp() {}

    FollowUp(long caseId, long householdId, Place place, FollowUpReport report, String followedBy) {
        this.caseId = caseId;
        this.householdId = householdId;
        this.place = place;
        this.followedBy = followedBy;
        this.followedOn = report.followedOn();
        this.method = report.method();
        this.hazardsCleared = report.hazardsCleared();
        this.urgentRelieved = report.urgentRelieved();
        this.servicesDelivered = report.servicesDelivered();
        this.householdSays = report.householdSays();
        this.resolved = report.resolved();
        this.nextStep = report.nextStep();
        this.suggestion = report.suggestion();
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public String followedBy() {
        return followedBy;
    }

    public FollowUpReport report() {
        return new FollowUpReport(
                followedOn,
                method,
                hazardsCleared,
                urgentRelieved,
                servicesDelivered,
                householdSays,
                resolved,
                nextStep,
                suggestion);
    }
}
