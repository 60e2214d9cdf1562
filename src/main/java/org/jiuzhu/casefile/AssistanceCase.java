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
import java.util.Objects;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;

/** One household's case, from its first lead to its outcome. Where it stands is told by its process. */
@Entity
public class AssistanceCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String number;

    private long householdId;
    private long personId;
    private @Nullable Long personBefore;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Column
    private Instant receivedAt;

    @Column
    private Instant openedAt;

    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable Boolean verified;

    @Convert(converter = EncryptedText.class)
    private @Nullable String findings;

    @Convert(converter = EncryptedText.class)
    private @Nullable String summary;

    @Embedded
    private Place place;

    @ForJpa
    protected AssistanceCase() {}

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public long householdId() {
        return householdId;
    }

    /** Whom the first lead spoke of. */
    public long personId() {
        return personId;
    }

    public Urgency urgency() {
        return urgency;
    }

    /** When the earliest of its leads was received. */
    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable Boolean verified() {
        return verified;
    }

    public @Nullable String findings() {
        return findings;
    }

    public @Nullable String summary() {
        return summary;
    }

    public Place place() {
        return place;
    }

    public TaskSubject subject() {
        return new TaskSubject(
                number,
                householdId,
                personId,
                id,
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                urgency);
    }

    /** Somebody else of the household is the one concerned from now on. */
    void concerns(long otherPersonId) {
        personBefore = personId;
        personId = otherPersonId;
    }

    /** Who was taken for dead is the one concerned again, if so before. */
    void concernsAgain(long returnedPersonId) {
        if (Objects.equals(personBefore, returnedPersonId)) {
            personId = returnedPersonId;
            personBefore = null;
        }
    }

    void pressing() {
        urgency = urgency.strictest(Urgency.URGENT);
    }

    /** Its process begins anew; how it had ended is kept beside it. */
    void reopened() {
        if (closedAt == null) {
            throw new IllegalStateException(number + " is open");
        }
        closedAt = null;
        outcome = null;
        summary = null;
    }

    /** It had been put on the wrong household. */
    void belongsTo(long otherHouseholdId, long otherPersonId, Place there) {
        householdId = otherHouseholdId;
        personId = otherPersonId;
        place = there;
    }

    /** A further lead: the earliest arrival and the strictest urgency count. */
    void joinedBy(Urgency further, Instant received) {
        urgency = urgency.strictest(further);
        if (received.isBefore(receivedAt)) {
            receivedAt = received;
        }
    }

    void verified(boolean isTrue, String found) {
        mustBeOpen();
        verified = isTrue;
        findings = found;
    }

    /** What the station lead settled on; the case is over when its process says so. */
    void concluded(Outcome reason, String words) {
        mustBeOpen();
        outcome = reason;
        summary = words;
    }

    void closed(Instant at) {
        mustBeOpen();
        if (outcome == null) {
            throw new IllegalStateException(number + " has no outcome yet");
        }
        closedAt = at;
    }

    private void mustBeOpen() {
        if (closedAt != null) {
            throw new IllegalStateException(number + " is closed");
        }
    }
}
