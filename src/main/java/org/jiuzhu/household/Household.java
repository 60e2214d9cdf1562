package org.jiuzhu.household;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** People who live together. Committee and road are clear, the room is encrypted at rest. */
@Entity
public class Household {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column
    private String number;

    @Column
    private String road;

    @Convert(converter = EncryptedText.class)
    private String room;

    private long headPersonId;

    private boolean vulnerable;

    @Embedded
    private Place place;

    @ForJpa
    protected Household() {}

    Household(String number, Place place, String road, String room, long headPersonId, boolean vulnerable) {
        this.number = number;
        this.place = place;
        this.road = road;
        this.room = room;
        this.headPersonId = headPersonId;
        this.vulnerable = vulnerable;
    }

    /** Whoever goes there should know: a minor, a disabled or an old person alone, a danger (CS 四(二)). */
    void flagVulnerable(boolean vulnerable) {
        this.vulnerable = vulnerable;
    }

    public long id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** {@code HU-2026-000001}. */
    public String number() {
        return number;
    }

    public Place place() {
        return place;
    }

    public @Nullable String pointCode() {
        return place.pointCode();
    }

    public String road() {
        return road;
    }

    public String room() {
        return room;
    }

    public String address() {
        return road + room;
    }

    public long headPersonId() {
        return headPersonId;
    }

    public boolean vulnerable() {
        return vulnerable;
    }
}
