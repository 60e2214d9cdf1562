package org.jiuzhu.changereport;

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
import java.time.Instant;
import java.time.LocalDate;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.ChangeSeverity;
import org.jiuzhu.household.Household;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;

/** A change that somebody reported, and what it turned out to be; what people tell is encrypted at rest. */
@Entity
public class ChangeReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column
    private String number;

    @Enumerated(EnumType.STRING)
    private ChangeSource source;

    private long householdId;

    private long personId;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    private @Nullable LocalDate happenedOn;

    @Convert(converter = EncryptedText.class)
    private String story;

    private boolean cannotWait;

    @Column
    private Instant reportedAt;

    @Column
    private String reportedBy;

    @Convert(converter = EncryptedText.class)
    private @Nullable String reporterName;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private @Nullable LocalDate lookedOn;

    private @Nullable String method;

    @Enumerated(EnumType.STRING)
    private @Nullable ChangeKind foundKind;

    private @Nullable LocalDate foundOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String findings;

    @Enumerated(EnumType.STRING)
    private @Nullable ChangeSeverity severity;

    private @Nullable Boolean alert;

    @Enumerated(EnumType.STRING)
    private @Nullable NextStep nextStep;

    private @Nullable String assessedBy;

    private @Nullable String tierBefore;

    private @Nullable String tierAfter;

    private @Nullable String tierReason;

    private @Nullable Boolean news;

    private @Nullable String leadNumber;

    @Embedded
    private Place place;

    @ForJpa
    protected ChangeReport() {}

    ChangeReport(String number, NewChangeReport told, long personId, Household home, Actor by, Instant now) {
        this.number = number;
        this.source = ChangeSource.of(by);
        this.householdId = home.id();
        this.personId = personId;
        this.place = home.place();
        this.kind = told.kind();
        this.happenedOn = told.happenedOn();
        this.story = told.story();
        this.cannotWait = told.cannotWait();
        this.reportedAt = now;
        this.reportedBy = by.username();
        this.reporterName = by.displayName();
        this.state = ReportState.REPORTED;
    }

    void found(Finding finding, Actor by) {
        if (state != ReportState.REPORTED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "changereport.assessed");
        }
        state = finding.holds() ? ReportState.CONFIRMED : ReportState.NOT_SO;
        lookedOn = finding.lookedOn();
        method = finding.method();
        findings = finding.findings();
        foundKind = finding.kind();
        foundOn = finding.happenedOn();
        severity = finding.severity();
        alert = finding.alert();
        nextStep = finding.nextStep();
        assessedBy = by.username();
    }

    /** @param news false if the register knew this change already */
    void weighed(TierAdvice before, TierAdvice after, boolean news) {
        tierBefore = before.tier().name();
        tierAfter = after.tier().name();
        tierReason = after.reason();
        this.news = news;
    }

    void handedIn(String leadNumber) {
        this.leadNumber = leadNumber;
    }

    TaskSubject subject(@Nullable Long caseId) {
        return new TaskSubject(
                number,
                householdId,
                personId,
                caseId,
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                urgency());
    }

    /** A change that cannot wait is urgent: 第一时间启动预警 (HT 三(一)2(1)). */
    Urgency urgency() {
        return cannotWait ? Urgency.URGENT : Urgency.NORMAL;
    }

    public long id() {
        return id;
    }

    /** {@code BH-2026-000001}. */
    public String number() {
        return number;
    }

    public ChangeSource source() {
        return source;
    }

    public long householdId() {
        return householdId;
    }

    public long personId() {
        return personId;
    }

    public ChangeKind kind() {
        return kind;
    }

    public @Nullable LocalDate happenedOn() {
        return happenedOn;
    }

    public String story() {
        return story;
    }

    public boolean cannotWait() {
        return cannotWait;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public String reporter() {
        return reporterName == null ? reportedBy : reporterName;
    }

    public ReportState state() {
        return state;
    }

    public @Nullable LocalDate lookedOn() {
        return lookedOn;
    }

    public @Nullable ChangeKind foundKind() {
        return foundKind;
    }

    public @Nullable LocalDate foundOn() {
        return foundOn;
    }

    public @Nullable String findings() {
        return findings;
    }

    public @Nullable ChangeSeverity severity() {
        return severity;
    }

    public boolean alert() {
        return Boolean.TRUE.equals(alert);
    }

    public @Nullable NextStep nextStep() {
        return nextStep;
    }

    public @Nullable String assessedBy() {
        return assessedBy;
    }

    /** The visit tier before and after, by name; null until the change was written down. */
    public @Nullable String tierBefore() {
        return tierBefore;
    }

    public @Nullable String tierAfter() {
        return tierAfter;
    }

    /** Message key {@code rules.tier.reason.<reason>}. */
    public @Nullable String tierReason() {
        return tierReason;
    }

    /** Whether the register did not know it yet; null until the change was written down. */
    public @Nullable Boolean news() {
        return news;
    }

    public @Nullable String leadNumber() {
        return leadNumber;
    }

    public Place place() {
        return place;
    }
}
