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
import java.time.Instant;
import java.time.LocalDate;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** A major change in somebody's life, dated: the tier looks back at it for a while (SJ 二(一)). */
@Entity
public class MajorChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long personId;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Column
    private LocalDate happenedOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private @Nullable ChangeSeverity severity;

    private boolean alert;

    private @Nullable String report;

    private @Nullable String recordedBy;

    private @Nullable Instant recordedAt;

    @Embedded
    private Place place;

    @ForJpa
    protected MajorChange() {}

    MajorChange(Person person, NewMajorChange change, String recordedBy, Instant recordedAt) {
        this.personId = person.id();
        this.place = person.place();
        this.kind = change.kind();
        this.happenedOn = change.happenedOn();
        this.note = change.note();
        this.severity = change.severity();
        this.alert = change.alert();
        this.report = change.report();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    public long id() {
        return id;
    }

    public long personId() {
        return personId;
    }

    public ChangeKind kind() {
        return kind;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }

    public @Nullable String note() {
        return note;
    }

    /** Null where nobody was asked. */
    public @Nullable ChangeSeverity severity() {
        return severity;
    }

    public boolean alert() {
        return alert;
    }

    /** The change report it was found by, {@code BH-2026-000001}. */
    public @Nullable String report() {
        return report;
    }

    public @Nullable String recordedBy() {
        return recordedBy;
    }

    public @Nullable Instant recordedAt() {
        return recordedAt;
    }

    public Place place() {
        return place;
    }
}
