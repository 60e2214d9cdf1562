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
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** A consent that was taken back, and when everybody had been told. */
@Entity
@Table(name = "consent_withdrawal")
public class WithdrawnConsent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long caseId;
    private long householdId;
    private long personId;

    @Enumerated(EnumType.STRING)
    @Column
    private Consent consent;

    @Column
    private LocalDate withdrawnOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String note;

    @Column
    private String recordedBy;

    @Column
    private Instant recordedAt;

    private @Nullable Instant settledAt;

    @Embedded
    private Place place;

    @ForJpa
    protected WithdrawnConsent() {}

    WithdrawnConsent(
            AssistanceCase about, Consent consent, LocalDate on, @Nullable String note, String by, Instant at) {
        this.caseId = about.id();
        this.householdId = about.householdId();
        this.personId = about.personId();
        this.place = about.place();
        this.consent = consent;
        this.withdrawnOn = on;
        this.note = note;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    void settled(Instant at) {
        settledAt = at;
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public Consent consent() {
        return consent;
    }

    public LocalDate withdrawnOn() {
        return withdrawnOn;
    }
}
