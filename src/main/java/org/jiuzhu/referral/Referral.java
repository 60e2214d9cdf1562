package org.jiuzhu.referral;

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
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** One need of one household on its way to a professional point. */
@Entity
public class Referral {

    public enum Status {
        OPEN,
        OFFERED,
        ACCEPTED,
        SUBMITTED,
        CONFIRMED,
        NOT_CONSENTED,
        BY_CONFERENCE,
        UNPLACED,
        WITHDRAWN;

        boolean isSettled() {
            return ordinal() >= CONFIRMED.ordinal();
        }
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

    @Column
    private long personId;

    @Column
    private long needId;

    @Column
    private String needCode;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String ngoCode;

    private int offers;

    @Convert(converter = EncryptedText.class)
    private String briefName;

    @Convert(converter = EncryptedText.class)
    private @Nullable String briefPhone;

    @Convert(converter = EncryptedText.class)
    private @Nullable String briefExcerpt;

    private @Nullable Boolean consentGiven;
    private @Nullable LocalDate consentOn;
    private @Nullable String consentBy;

    @Column
    private String[] consentNgos;

    @Convert(converter = EncryptedText.class)
    private @Nullable String refusalReason;

    private @Nullable String workerName;
    private @Nullable LocalDate firstServiceOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Convert(converter = EncryptedText.class)
    private @Nullable String outcomeNote;

    private @Nullable Integer sessions;
    private @Nullable LocalDate endedOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String furtherNeed;

    @Convert(converter = EncryptedText.class)
    private @Nullable String returnNote;

    private @Nullable String satisfaction;
    private @Nullable Long conferenceId;

    @Column
    private Instant openedAt;

    private @Nullable Instant settledAt;

    @Column
    private String districtCode;

    @Column
    private String streetCode;

    private @Nullable String pointCode;

    /** How far the need was met, in the professional point's own judgement. */
    public enum Outcome {
        ACHIEVED,
        PARTLY,
        NOT_ACHIEVED
    }

    @ForJpa
    protected Referral() {}

    Referral(
            String number,
            long caseId,
            long householdId,
            long personId,
            long needId,
            String needCode,
            Urgency urgency,
            Brief brief,
            Place place,
            Instant now) {
        this.number = number;
        this.caseId = caseId;
        this.householdId = householdId;
        this.personId = personId;
        this.needId = needId;
        this.needCode = needCode;
        this.urgency = urgency;
        this.status = Status.OPEN;
        this.briefName = brief.name();
        this.briefPhone = brief.phone();
        this.briefExcerpt = brief.excerpt();
        this.consentNgos = new String[0];
        this.openedAt = now;
        this.districtCode = place.districtCode();
        this.streetCode = place.streetCode();
        this.pointCode = place.pointCode();
    }

    /** The person's own and separate consent to give name, phone, need and excerpt to these points (PIPL 23). */
    void consent(LocalDate on, String by, List<String> ngoCodes, String excerpt) {
        require(Status.OPEN);
        this.consentGiven = true;
        this.consentOn = on;
        this.consentBy = by;
        this.consentNgos = ngoCodes.toArray(String[]::new);
        this.briefExcerpt = excerpt;
    }

    void refuseConsent(LocalDate on, String by, @Nullable String reason, Instant now) {
        require(Status.OPEN);
        this.consentGiven = false;
        this.consentOn = on;
        this.consentBy = by;
        this.refusalReason = reason;
        settle(Status.NOT_CONSENTED, now);
    }

    void offerTo(String ngo) {
        require(Status.OPEN);
        this.ngoCode = ngo;
        this.offers++;
        this.status = Status.OFFERED;
    }

    void accept(String worker, LocalDate firstService) {
        require(Status.OFFERED);
        this.workerName = worker;
        this.firstServiceOn = firstService;
        this.status = Status.ACCEPTED;
    }

    /** A decline or a silence: the point sees the referral no longer. */
    void withdrawOffer() {
        require(Status.OFFERED);
        this.ngoCode = null;
        this.status = Status.OPEN;
    }

    void submit(Outcome achieved, String note, int times, LocalDate ended, @Nullable String further) {
        require(Status.ACCEPTED);
        this.outcome = achieved;
        this.outcomeNote = note;
        this.sessions = times;
        this.endedOn = ended;
        this.furtherNeed = further;
        this.returnNote = null;
        this.status = Status.SUBMITTED;
    }

    void returnOutcome(String missing) {
        require(Status.SUBMITTED);
        this.returnNote = missing;
        this.status = Status.ACCEPTED;
    }

    void confirm(@Nullable String satisfied, Instant now) {
        require(Status.SUBMITTED);
        this.satisfaction = satisfied;
        settle(Status.CONFIRMED, now);
    }

    /** A conference found another way, or none: {@link Status#UNPLACED} goes to the district's report. */
    void decideByConference(long conference, boolean placed, Instant now) {
        require(Status.OPEN);
        this.conferenceId = conference;
        settle(placed ? Status.BY_CONFERENCE : Status.UNPLACED, now);
    }

    /** It ends before its time, whoever had it: the point sees it no longer. */
    void stop(Instant now) {
        this.ngoCode = null;
        settle(Status.WITHDRAWN, now);
    }

    /** It had been opened for somebody else by mistake. */
    void concerns(long rightPersonId, String name, @Nullable String phone) {
        this.personId = rightPersonId;
        this.briefName = name;
        this.briefPhone = phone;
    }

    /** Nobody outside reads it any longer; who had it is told by its offers. */
    void hide() {
        this.ngoCode = null;
    }

    private void settle(Status end, Instant now) {
        this.status = end;
        this.settledAt = now;
    }

    private void require(Status expected) {
        if (status != expected) {
            throw new Refusal(Refusal.Kind.CONFLICT, "referral.movedOn", number);
        }
    }

    boolean isConsentGiven() {
        return Boolean.TRUE.equals(consentGiven);
    }

    boolean consentCovers(String ngo) {
        return consentGiven == null || List.of(consentNgos).contains(ngo);
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

    public String needCode() {
        return needCode;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Status status() {
        return status;
    }

    public @Nullable String ngoCode() {
        return ngoCode;
    }

    public int offers() {
        return offers;
    }

    public Brief brief() {
        return new Brief(briefName, briefPhone, briefExcerpt);
    }

    public @Nullable LocalDate consentOn() {
        return consentOn;
    }

    public @Nullable String returnNote() {
        return returnNote;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String outcomeNote() {
        return outcomeNote;
    }

    /** The conference that settled it, which says why. */
    public @Nullable Long conferenceId() {
        return conferenceId;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    public Place place() {
        return new Place(districtCode, streetCode, pointCode);
    }

    /** What a professional point is told of the person: enough for the service, and no more. */
    public record Brief(String name, @Nullable String phone, @Nullable String excerpt) {}
}
