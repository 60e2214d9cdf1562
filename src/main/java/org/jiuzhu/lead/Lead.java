package org.jiuzhu.lead;

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
import java.util.List;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;

/** What reached us about somebody in difficulty: kept as received, matched, triaged, answered. */
@Entity
public class Lead {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String number;

    @Enumerated(EnumType.STRING)
    private LeadSource source;

    private @Nullable String sourceRef;

    private @Nullable String fromDepartment;

    @Column
    private Instant receivedAt;

    @Convert(converter = EncryptedText.class)
    private @Nullable String asReceived;

    @Convert(converter = EncryptedText.class)
    private @Nullable String story;

    @Convert(converter = EncryptedText.class)
    private @Nullable String reporterName;

    @Convert(converter = EncryptedText.class)
    private @Nullable String reporterPhone;

    @Column
    private String reportedBy;

    @Embedded
    private @Nullable SaidColumns said;

    @Column
    private String questionable;

    private boolean placeAssumed;

    @Embedded
    private @Nullable SafetyColumns safety;

    private boolean askSafety;

    private boolean illnessAlert;

    private @Nullable Long personId;
    private @Nullable Long householdId;

    @Enumerated(EnumType.STRING)
    private Match match = Match.NONE;

    private boolean notDuplicate;

    private @Nullable Long sameAsLeadId;

    @Enumerated(EnumType.STRING)
    private Urgency urgency = Urgency.NORMAL;

    private @Nullable String route;
    private @Nullable Instant sourceDeadline;
    private @Nullable Instant replyDueAt;

    @Enumerated(EnumType.STRING)
    private LeadState state = LeadState.RECEIVED;

    @Enumerated(EnumType.STRING)
    private @Nullable Triage triage;

    private @Nullable String department;

    @Embedded
    private Place place;

    @ForJpa
    protected Lead() {}

    /** @param questionable what of it does not hold; kept beside what was said, for whoever triages */
    Lead(
            String number,
            NewLead given,
            Instant receivedAt,
            String reportedBy,
            Place place,
            boolean placeAssumed,
            List<FieldProblem> questionable,
            SaidColumns.Hashes hashes) {
        this.number = number;
        this.source = given.source();
        this.sourceRef = given.sourceRef();
        this.receivedAt = receivedAt;
        this.asReceived = given.asReceived();
        this.story = given.story();
        this.reporterName = given.reporterName();
        this.reporterPhone = given.reporterPhone();
        this.reportedBy = reportedBy;
        this.sourceDeadline = given.replyBy();
        this.place = place;
        this.placeAssumed = placeAssumed;
        this.questionable = Questionable.write(questionable);
        this.fromDepartment = given.fromDepartment();
        this.illnessAlert = given.illnessAlert();
        this.safety = new SafetyColumns(given.safety());
        this.said = new SaidColumns(given.said(), hashes);
    }

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public LeadSource source() {
        return source;
    }

    public @Nullable String sourceRef() {
        return sourceRef;
    }

    /** Who handed it over, as a code. */
    public @Nullable String fromDepartment() {
        return fromDepartment;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable String story() {
        return story;
    }

    public @Nullable String reporterName() {
        return reporterName;
    }

    public @Nullable String reporterPhone() {
        return reporterPhone;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Said said() {
        return said == null ? Said.NOTHING : said.said();
    }

    SaidColumns.Hashes hashes() {
        return said == null ? new SaidColumns.Hashes(null, null, null) : said.hashes();
    }

    public Safety safety() {
        return safety == null ? Safety.UNKNOWN : safety.safety();
    }

    /** What was said and does not hold; shown to whoever triages. */
    public List<FieldProblem> questionable() {
        return Questionable.read(questionable);
    }

    /** Whether nobody said where: the default street's station has it [A]. */
    public boolean isPlaceAssumed() {
        return placeAssumed;
    }

    public boolean isAskSafety() {
        return askSafety;
    }

    /** Whether the monitoring platform warns of poverty through illness with it. */
    public boolean isIllnessAlert() {
        return illnessAlert;
    }

    public Match match() {
        return match;
    }

    public boolean isNotDuplicate() {
        return notDuplicate;
    }

    public @Nullable Long personId() {
        return personId;
    }

    public @Nullable Long householdId() {
        return householdId;
    }

    public Urgency urgency() {
        return urgency;
    }

    public @Nullable String route() {
        return route;
    }

    public @Nullable Instant sourceDeadline() {
        return sourceDeadline;
    }

    /** Exclusive; null where the source expects no answer. */
    public @Nullable Instant replyDueAt() {
        return replyDueAt;
    }

    public LeadState state() {
        return state;
    }

    public @Nullable Triage triage() {
        return triage;
    }

    /** The department it was transferred to, as a code. */
    public @Nullable String department() {
        return department;
    }

    public Place place() {
        return place;
    }

    public TaskSubject subject() {
        return new TaskSubject(
                number,
                householdId,
                personId,
                null,
                id,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                urgency);
    }

    void matched(Match found, @Nullable Long person, @Nullable Long household) {
        match = found;
        personId = person;
        householdId = household;
    }

    /** Somebody looked: this is nobody on the register. */
    void isSomebodyNew() {
        notDuplicate = true;
        matched(Match.NONE, null, null);
    }

    /** Somebody looked: it speaks of the same person as another lead. */
    void isSameAs(Lead other) {
        sameAsLeadId = other.group();
    }

    /** The first of the leads that somebody found to speak of one person; itself where there is no other. */
    long group() {
        return sameAsLeadId == null ? id : sameAsLeadId;
    }

    void prioritised(Urgency urgency, boolean askSafety) {
        this.urgency = urgency;
        this.askSafety = askSafety;
    }

    void routed(String route) {
        this.route = route;
    }

    void replyBy(@Nullable Instant due) {
        replyDueAt = due;
    }

    /** @param danger what triage found out; null leaves it unknown */
    void triaged(Triage decision, @Nullable Boolean danger) {
        mustBeInHand();
        triage = decision;
        Safety known = safety();
        safety = new SafetyColumns(new Safety(danger, known.minorAtRisk(), known.majorChange(), known.streetPerson()));
    }

    void belongsTo(long household, @Nullable Long person) {
        householdId = household;
        if (person != null) {
            personId = person;
        }
    }

    /** The household's own consultants go on with it. */
    void movedTo(Place home) {
        place = home;
        placeAssumed = false;
    }

    /** Triage knows the person better than the ticket; what was received stays as it was. */
    void corrected(Said known, SaidColumns.Hashes hashes, Place where) {
        said = new SaidColumns(known, hashes);
        movedTo(where);
        questionable = "";
    }

    void transferredTo(String department) {
        mustBeInHand();
        this.department = department;
    }

    void became(LeadState next) {
        if (next != LeadState.CLOSED) {
            mustBeInHand();
        }
        state = next;
    }

    private void mustBeInHand() {
        if (!state.isInHand()) {
            throw new IllegalStateException(number + " is already " + state);
        }
    }
}
