package org.jiuzhu.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;

/** One attempt to link a resource to a need (SJ 四(四), CS 二(四)). */
@Entity
public class ResourceLink {

    public enum Outcome {
        LINKED,
        UNAVAILABLE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long caseId;
    private long householdId;
    private long needId;
    private long resourceId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column
    private LocalDate linkedOn;

    @Convert(converter = EncryptedText.class)
    private String words;

    @Column
    private String writtenBy;

    @Column
    private Instant writtenAt;

    @Embedded
    private Place place;

    @ForJpa
    protected ResourceLink() {}

    ResourceLink(AssistanceCase of, long needId, Report report, String writtenBy, Instant writtenAt) {
        this.caseId = of.id();
        this.householdId = of.householdId();
        this.place = of.place();
        this.needId = needId;
        this.resourceId = report.resourceId();
        this.outcome = report.outcome();
        this.linkedOn = report.on();
        this.words = report.words();
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    public long needId() {
        return needId;
    }

    public Report report() {
        return new Report(resourceId, outcome, linkedOn, words);
    }

    public String writtenBy() {
        return writtenBy;
    }

    /** @param words how it is used; or why it cannot be */
    public record Report(long resourceId, Outcome outcome, LocalDate on, String words) {}
}
