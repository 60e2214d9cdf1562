package org.jiuzhu.visit.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose ledgers somebody reads: the own point's, those of the street, or all of the district. */
@Component
class LedgerPlaces {

    private static final Set<String> READERS = Set.of(
            "pointConsultant",
            "pointLead",
            "stationConsultant",
            "stationLead",
            "districtSupervisor",
            "inspector",
            "auditor");

    private final Network network;

    LedgerPlaces(Network network) {
        this.network = network;
    }

    /** @throws Refusal FORBIDDEN for whoever reads no ledger */
    List<OrgUnit> of(Actor reader) {
        String code = reader.orgCode();
        if (code == null || reader.roles().stream().noneMatch(READERS::contains)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "visit.ledger.notYours");
        }
        OrgUnit own = network.unit(code);
        return switch (own.kind()) {
            case POINT -> List.of(own);
            case STREET -> ofStreet(own).toList();
            case DISTRICT ->
                network.all().stream()
                        .filter(unit -> unit.kind() == OrgUnit.Kind.STREET)
                        .flatMap(this::ofStreet)
                        .toList();
            case NGO -> throw new Refusal(Refusal.Kind.FORBIDDEN, "visit.ledger.notYours");
        };
    }

    private Stream<OrgUnit> ofStreet(OrgUnit street) {
        return Stream.concat(network.pointsOf(street.code()).stream(), Stream.of(street));
    }

    /** @throws Refusal NOT_FOUND for a place that is none of these */
    Place chosen(List<OrgUnit> units, @Nullable String code) {
        String chosen = code == null || code.isBlank() ? units.get(0).code() : code;
        if (units.stream().noneMatch(unit -> unit.code().equals(chosen))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "visit.ledger.notFound");
        }
        return network.place(chosen);
    }
}
