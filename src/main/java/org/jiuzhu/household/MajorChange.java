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

    @Embedded
    private Place place;

    @ForJpa
    protected MajorChange() {}

    MajorChange(Person person, ChangeKind kind, LocalDate happenedOn, @Nullable String note) {
        this.personId = person.id();
        this.place = person.place();
        this.kind = kind;
        this.happenedOn = happenedOn;
        this.note = note;
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

    public Place place() {
        return place;
    }
}
