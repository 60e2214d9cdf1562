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
import org.jspecify.annotations.Nullable;

/**
 * A household does not want our services. That is its right: it says nothing about a benefit, and is not the refusal of
 * verification of 条例 45(3).
 */
@Entity
public class ServiceRefusal {

    public enum Reason {
        NO_NEED,
        PRIVACY,
        DISTRUST,
        BAD_EXPERIENCE,
        OTHER
    }

    /** What it says when the station asks again. */
    public enum Answer {
        HOME_AGAIN,
        PHONE,
        OTHER_CONSULTANT,
        STILL_REFUSES;

        public boolean goesOn() {
            return this != STILL_REFUSES;
        }
    }

    /** @param reason in their own words */
    public record Said(Reason code, @Nullable String reason, LocalDate on, boolean safetyConcern) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long caseId;
    private long householdId;
    private long personId;

    @Enumerated(EnumType.STRING)
    @Column
    private Reason reasonCode;

    @Convert(converter = EncryptedText.class)
    private @Nullable String reason;

    @Column
    private LocalDate refusedOn;

    private boolean safetyConcern;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer answer;

    @Convert(converter = EncryptedText.class)
    private @Nullable String answerNote;

    @Column
    private String recordedBy;

    @Column
    private Instant recordedAt;

    private @Nullable Instant answeredAt;

    @Embedded
    private Place place;

    @ForJpa
    protected ServiceRefusal() {}

    ServiceRefusal(AssistanceCase about, Said said, String recordedBy, Instant recordedAt) {
        this.caseId = about.id();
        this.householdId = about.householdId();
        this.personId = about.personId();
        this.place = about.place();
        this.reasonCode = said.code();
        this.reason = said.reason();
        this.refusedOn = said.on();
        this.safetyConcern = said.safetyConcern();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    void answered(Answer given, String note, Instant at) {
        this.answer = given;
        this.answerNote = note;
        this.answeredAt = at;
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public Said said() {
        return new Said(reasonCode, reason, refusedOn, safetyConcern);
    }

    public @Nullable String answerNote() {
        return answerNote;
    }
}
