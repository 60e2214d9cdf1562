package org.jiuzhu.household;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Set;
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

    @Convert(converter = SafetyFlags.class)
    private Set<SafetyFlag> safetyFlags;

    @Embedded
    private Place place;

    @ForJpa
    protected Household() {}

    Household(String number, Place place, String road, String room, long headPersonId) {
        this.number = number;
        this.place = place;
        this.road = road;
        this.room = room;
        this.headPersonId = headPersonId;
        this.safetyFlags = Set.of();
    }

    void headedBy(long personId) {
        this.headPersonId = personId;
    }

    void movedTo(String newRoad, String newRoom) {
        this.road = newRoad;
        this.room = newRoom;
    }

    void flag(Set<SafetyFlag> flags) {
        this.safetyFlags = Set.copyOf(flags);
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
        return (road + " " + room).strip();
    }

    public long headPersonId() {
        return headPersonId;
    }

    /** What whoever goes there should know (CS 四(二)). */
    public Set<SafetyFlag> safetyFlags() {
        return safetyFlags;
    }
}
