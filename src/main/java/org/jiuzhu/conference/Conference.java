package org.jiuzhu.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** One conference about one case. */
@Entity
public class Conference {

    /** Why it is called. */
    public enum Reason {
        NO_PROVIDER,
        REFERRAL_DECLINED,
        PLAN_ROUNDS;

        /** What a conference called for this reason may decide. */
        public List<Decision> decisions() {
            return this == PLAN_ROUNDS
                    ? List.of(Decision.REPLAN, Decision.CLOSE)
                    : List.of(Decision.DIRECT_SERVICE, Decision.RESOURCE_LINK, Decision.UNPLACED);
        }
    }

    public enum Decision {
        DIRECT_SERVICE,
        RESOURCE_LINK,
        UNPLACED,
        REPLAN,
        CLOSE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column
    private String number;

    @Column
    private long caseId;

    @Column
    private long householdId;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Column
    private Instant openedAt;

    private @Nullable LocalDate meetingOn;
    private @Nullable String place;

    @Column
    private String[] consultants;

    @Column
    private String[] departments;

    @Convert(converter = EncryptedText.class)
    private @Nullable String question;

    private @Nullable LocalDate heldOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String attended;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    private @Nullable Long resourceId;
    private @Nullable String responsible;

    @Convert(converter = EncryptedText.class)
    private @Nullable String decisionReason;

    @Convert(converter = EncryptedText.class)
    private @Nullable String minutes;

    @Column
    private String districtCode;

    @Column
    private String streetCode;

    private @Nullable String pointCode;

    @ForJpa
    protected Conference() {}

    Conference(String number, long caseId, long householdId, Reason reason, Place where, Instant now) {
        this.number = number;
        this.caseId = caseId;
        this.householdId = householdId;
        this.reason = reason;
        this.openedAt = now;
        this.consultants = new String[0];
        this.departments = new String[0];
        this.districtCode = where.districtCode();
        this.streetCode = where.streetCode();
        this.pointCode = where.pointCode();
    }

    void convene(LocalDate on, String where, List<String> invited, List<String> offices, String toDecide) {
        requireOpen();
        this.meetingOn = on;
        this.place = where;
        this.consultants = invited.toArray(String[]::new);
        this.departments = offices.toArray(String[]::new);
        this.question = toDecide;
    }

    void decide(Decided decided) {
        requireOpen();
        if (!reason.decisions().contains(decided.decision())) {
            throw new Refusal(Refusal.Kind.UNPROCESSABLE, "conference.decisionNotOpen", number);
        }
        this.heldOn = decided.heldOn();
        this.attended = decided.attended();
        this.decision = decided.decision();
        this.resourceId = decided.resourceId();
        this.responsible = decided.responsible();
        this.decisionReason = decided.reason();
        this.minutes = decided.minutes();
    }

    private void requireOpen() {
        if (decision != null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "conference.decided", number);
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

    public Reason reason() {
        return reason;
    }

    public @Nullable LocalDate meetingOn() {
        return meetingOn;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    /** The resource that it decided to link. */
    public @Nullable Long resourceId() {
        return resourceId;
    }

    /** Why it was decided so; of what is unplaced the district reads it. */
    public @Nullable String decisionReason() {
        return decisionReason;
    }

    public List<String> consultants() {
        return List.of(consultants);
    }

    public Place where() {
        return new Place(districtCode, streetCode, pointCode);
    }

    /**
     * What was decided.
     *
     * @param resourceId the resource, where it is to be linked
     * @param responsible the consultant's username, where somebody of the network serves directly
     */
    public record Decided(
            LocalDate heldOn,
            String attended,
            Decision decision,
            @Nullable Long resourceId,
            @Nullable String responsible,
            String reason,
            @Nullable String minutes) {}
}
