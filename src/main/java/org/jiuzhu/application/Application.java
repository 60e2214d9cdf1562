package org.jiuzhu.application;

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
import java.util.List;
import org.jiuzhu.household.Need;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** One application that a household is helped with, for one need. */
@Entity
public class Application {

    /** From {@link #NOT_WANTED} on it is settled. */
    public enum Status {
        OPEN,
        APPLYING,
        SUBMITTED,
        ACCEPTED,
        DECIDED,
        NOT_WANTED,
        NOT_COMMITTED,
        WITHDRAWN,
        EXPLAINED,
        CASE_ENDED;

        boolean isSettled() {
            return ordinal() >= NOT_WANTED.ordinal();
        }
    }

    /** What it looks like to the consultant: never more than a hint. */
    public enum Eligibility {
        LIKELY,
        UNCLEAR,
        UNLIKELY
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column
    private String number;

    private long caseId;
    private long householdId;
    private long personId;
    private long needId;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String policyCode;

    @Enumerated(EnumType.STRING)
    private @Nullable Eligibility eligibility;

    private @Nullable LocalDate explainedOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String endReason;

    @Embedded
    private @Nullable Commitment commitment;

    @Column
    private String[] materials;

    @Column
    private String[] sharedProofs;

    @Convert(converter = EncryptedText.class)
    private @Nullable String missing;

    @Embedded
    private @Nullable Submission submission;

    private @Nullable LocalDate acceptedOn;

    @Embedded
    private @Nullable Result result;

    private @Nullable LocalDate resultExplainedOn;
    private @Nullable Boolean appealTold;

    @Column
    private Instant openedAt;

    private @Nullable Instant settledAt;

    @Embedded
    private Place place;

    @ForJpa
    protected Application() {}

    Application(String number, Need need, long personId, Urgency urgency, Instant now) {
        this.number = number;
        this.caseId = need.caseId();
        this.householdId = need.householdId();
        this.personId = personId;
        this.needId = need.id();
        this.place = need.place();
        this.urgency = urgency;
        this.status = Status.OPEN;
        this.materials = new String[0];
        this.sharedProofs = new String[0];
        this.openedAt = now;
    }

    void explain(String policy, Eligibility looksLike, LocalDate on) {
        require(Status.OPEN);
        this.policyCode = policy;
        this.eligibility = looksLike;
        this.explainedOn = on;
        this.status = Status.APPLYING;
    }

    void declineToApply(@Nullable String why, Instant now) {
        require(Status.APPLYING);
        settle(Status.NOT_WANTED, why, now);
    }

    void commit(Commitment given, Instant now) {
        require(Status.APPLYING);
        this.commitment = given;
        if (!given.stands()) {
            settle(Status.NOT_COMMITTED, given.reason(), now);
        }
    }

    void prepare(List<String> asked, List<String> shared) {
        require(Status.APPLYING);
        this.materials = asked.toArray(String[]::new);
        this.sharedProofs = shared.toArray(String[]::new);
        this.missing = null;
    }

    void giveUp(String why, Instant now) {
        require(Status.APPLYING);
        settle(Status.WITHDRAWN, why, now);
    }

    /** @param commitmentRequired the case rule of the household's place: then nothing is submitted without one */
    void submit(Submission handedIn, boolean commitmentRequired) {
        require(Status.APPLYING);
        if (commitmentRequired && (commitment == null || !commitment.stands())) {
            throw new Refusal(Refusal.Kind.UNPROCESSABLE, "application.commitmentMissing", number);
        }
        this.submission = handedIn;
        this.status = Status.SUBMITTED;
    }

    void accept(LocalDate on) {
        require(Status.SUBMITTED);
        this.acceptedOn = on;
        this.status = result == null ? Status.ACCEPTED : Status.DECIDED;
    }

    void returnForMaterials(String what) {
        require(Status.SUBMITTED);
        this.missing = what;
        this.status = Status.APPLYING;
    }

    /** Takes the first result, also ahead of the acceptance being written down; later ones are only kept. */
    boolean takes() {
        return !status.isSettled() && result == null;
    }

    void decide(Result decided) {
        if (!takes()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "application.movedOn", number);
        }
        this.result = decided;
        if (status == Status.ACCEPTED) {
            this.status = Status.DECIDED;
        }
    }

    void explainResult(LocalDate on, boolean toldHowToAppeal, Instant now) {
        require(Status.DECIDED);
        this.resultExplainedOn = on;
        this.appealTold = toldHowToAppeal;
        settle(Status.EXPLAINED, null, now);
    }

    /** The case is over and its processes with it. */
    void caseEnded(Instant now) {
        if (!status.isSettled()) {
            settle(Status.CASE_ENDED, null, now);
        }
    }

    private void settle(Status end, @Nullable String why, Instant now) {
        this.status = end;
        this.endReason = why;
        this.settledAt = now;
    }

    private void require(Status expected) {
        if (status != expected) {
            throw new Refusal(Refusal.Kind.CONFLICT, "application.movedOn", number);
        }
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    public String number() {
        return number;
    }

    public long caseId() {
        return caseId;
    }

    public long householdId() {
        return householdId;
    }

    public long personId() {
        return personId;
    }

    public long needId() {
        return needId;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Status status() {
        return status;
    }

    public @Nullable String policyCode() {
        return policyCode;
    }

    public @Nullable Eligibility eligibility() {
        return eligibility;
    }

    public @Nullable LocalDate explainedOn() {
        return explainedOn;
    }

    /** Why it went no further. */
    public @Nullable String endReason() {
        return endReason;
    }

    public @Nullable Commitment commitment() {
        return commitment;
    }

    public List<String> materials() {
        return List.of(materials);
    }

    /** What the windows can look up themselves and nobody asks the household for (条例 46). */
    public List<String> sharedProofs() {
        return List.of(sharedProofs);
    }

    /** What the window still wants, after it sent the application back. */
    public @Nullable String missing() {
        return missing;
    }

    public @Nullable Submission submission() {
        return submission;
    }

    public @Nullable LocalDate acceptedOn() {
        return acceptedOn;
    }

    public @Nullable Result result() {
        return result;
    }

    public @Nullable LocalDate resultExplainedOn() {
        return resultExplainedOn;
    }

    public @Nullable Boolean appealTold() {
        return appealTold;
    }

    public Place place() {
        return place;
    }
}
