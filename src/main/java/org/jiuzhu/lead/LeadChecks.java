package org.jiuzhu.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.IdNumbers;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what was said. A ticket is taken with whatever does not hold, which is marked; a consultant's form is refused
 * for the same reasons, because the consultant can still ask.
 */
@Component
public class LeadChecks {

    private final IdNumbers idNumbers;
    private final Network network;
    private final SearchHash hashes;
    private final LeadSettings settings;
    private final Clock clock;

    LeadChecks(IdNumbers idNumbers, Network network, SearchHash hashes, LeadSettings settings, Clock clock) {
        this.idNumbers = idNumbers;
        this.network = network;
        this.hashes = hashes;
        this.settings = settings;
        this.clock = clock;
    }

    /** A lead with its values in their normal form, where it goes, and what of it does not hold. */
    record Checked(NewLead lead, Instant receivedAt, Place place, boolean placeAssumed, List<FieldProblem> problems) {}

    /** What does not hold, by the names of {@link NewLead}'s fields. */
    public List<FieldProblem> problems(NewLead lead) {
        return check(lead).problems();
    }

    Checked check(NewLead lead) {
        List<FieldProblem> problems = new ArrayList<>(lead.unreadable());
        Said said = lead.said();
        @Nullable
        String idNumber =
                read("idNumber", said.idNumber(), text -> idNumbers.parse(text).value(), problems);
        @Nullable
        String phone = read("phone", said.phone(), text -> Phone.parse(text).value(), problems);
        @Nullable
        String reporterPhone = read(
                "reporterPhone", lead.reporterPhone(), text -> Phone.parse(text).value(), problems);
        Instant now = clock.instant();
        @Nullable Instant receivedAt = lead.receivedAt();
        if (receivedAt != null && receivedAt.isAfter(now)) {
            problems.add(FieldProblem.of("receivedAt", "lead.receivedAt.future"));
            receivedAt = now;
        }
        @Nullable Instant replyBy = lead.replyBy();
        if (replyBy != null && !replyBy.isAfter(receivedAt == null ? now : receivedAt)) {
            problems.add(FieldProblem.of("replyBy", "lead.replyBy.past"));
            replyBy = null;
        }
        Optional<Place> place = place(said, problems).or(() -> placeOf(lead.fromOrg()));
        NewLead normal = new NewLead(
                lead.source(),
                lead.sourceRef(),
                receivedAt,
                replyBy,
                lead.story(),
                lead.reporterName(),
                reporterPhone,
                new Said(
                        said.name(),
                        idNumber,
                        phone,
                        said.committeeCode(),
                        said.streetCode(),
                        said.road(),
                        said.room()),
                lead.safety(),
                lead.fromOrg(),
                lead.asReceived(),
                lead.fromDepartment(),
                lead.illnessAlert(),
                List.of());
        return new Checked(
                normal,
                receivedAt == null ? now : receivedAt,
                place.orElseGet(() -> network.place(settings.defaultStreet())),
                place.isEmpty(),
                List.copyOf(problems));
    }

    /** The normal form of an identity number, if it is one. */
    Optional<String> idNumber(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(idNumbers.parse(text)).map(IdNumber::value);
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

    /** By what others may find it again; of values in their normal form. */
    SaidColumns.Hashes hashes(Said said) {
        return new SaidColumns.Hashes(
                said.name() == null ? null : hashes.of("name", said.name().strip()),
                idNumber(said.idNumber()).map(id -> hashes.of("id", id)).orElse(null),
                said.phone() == null ? null : hashes.of("phone", said.phone()));
    }

    private static @Nullable String read(
            String field, @Nullable String said, Function<String, String> reader, List<FieldProblem> problems) {
        if (said == null) {
            return null;
        }
        try {
            return reader.apply(said);
        } catch (InvalidValue unreadable) {
            problems.add(unreadable.on(field));
            return said;
        }
    }

    private Optional<Place> place(Said said, List<FieldProblem> problems) {
        Optional<Place> committee = active(said.committeeCode(), OrgUnit.Kind.POINT);
        if (said.committeeCode() != null && committee.isEmpty()) {
            boolean abolished = network.find(said.committeeCode())
                    .filter(unit -> unit.kind() == OrgUnit.Kind.POINT)
                    .isPresent();
            problems.add(FieldProblem.of(
                    "committeeCode", abolished ? "lead.committeeCode.abolished" : "lead.committeeCode.unknown"));
        }
        Optional<Place> street = active(said.streetCode(), OrgUnit.Kind.STREET);
        if (said.streetCode() != null && street.isEmpty()) {
            problems.add(FieldProblem.of("streetCode", "lead.streetCode.unknown"));
        }
        return committee.or(() -> street).or(() -> streetOf(said.committeeCode()));
    }

    /** A committee we do not know still tells its street by its first nine digits (GB/T 2260). */
    private Optional<Place> streetOf(@Nullable String committeeCode) {
        return committeeCode == null || committeeCode.length() < 9
                ? Optional.empty()
                : active(committeeCode.substring(0, 9), OrgUnit.Kind.STREET);
    }

    private Optional<Place> placeOf(@Nullable String orgCode) {
        return Optional.ofNullable(orgCode)
                .flatMap(network::find)
                .filter(unit -> unit.kind() == OrgUnit.Kind.STREET || unit.kind() == OrgUnit.Kind.POINT)
                .map(unit -> network.place(unit.code()));
    }

    private Optional<Place> active(@Nullable String code, OrgUnit.Kind kind) {
        return Optional.ofNullable(code)
                .flatMap(network::find)
                .filter(unit -> unit.active() && unit.kind() == kind)
                .map(unit -> network.place(unit.code()));
    }
}
