package org.jiuzhu.household;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** 享受救助情况: a benefit that somebody has, or had, from a day to a day (HT 三(一)2(2)). */
@Entity
public class Benefit {

    /** [A] the notice asks for 享受救助情况 without naming its values. */
    public enum Kind {
        DESTITUTE_SUPPORT,
        MINIMUM_LIVING,
        MARGINAL_AID,
        EXPENDITURE_AID,
        TEMPORARY_AID,
        MEDICAL_AID,
        EDUCATION_AID,
        HOUSING_AID,
        EMPLOYMENT_AID,
        DISABILITY_ALLOWANCE,
        CHILD_ALLOWANCE,
        CHARITY,
        OTHER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    private long personId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Convert(converter = EncryptedText.class)
    private @Nullable String note;

    @Column
    private LocalDate fromOn;

    private @Nullable LocalDate toOn;

    @Enumerated(EnumType.STRING)
    private FieldSource source;

    @Column
    private LocalDate asOf;

    @Column
    private String recordedBy;

    @ForJpa
    protected Benefit() {}

    Benefit(
            long personId,
            Kind kind,
            @Nullable String note,
            LocalDate fromOn,
            @Nullable LocalDate toOn,
            Provenance from,
            String recordedBy) {
        this.personId = personId;
        this.kind = kind;
        this.note = note;
        this.fromOn = fromOn;
        this.toOn = toOn;
        this.source = from.source();
        this.asOf = from.asOf();
        this.recordedBy = recordedBy;
    }

    void end(LocalDate on) {
        this.toOn = on;
    }

    public long id() {
        return id;
    }

    public long personId() {
        return personId;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String note() {
        return note;
    }

    public LocalDate from() {
        return fromOn;
    }

    /** The last day; null while it goes on. */
    public @Nullable LocalDate to() {
        return toOn;
    }

    public FieldSource source() {
        return source;
    }

    public LocalDate asOf() {
        return asOf;
    }
}
