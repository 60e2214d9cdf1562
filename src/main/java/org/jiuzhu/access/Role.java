package org.jiuzhu.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The realm roles and the kind of organisation each of them works in. */
public enum Role {
    INFORMANT("informant", OrgKind.POINT),
    OTHER_VISITOR("otherVisitor", OrgKind.POINT),
    POINT_CONSULTANT("pointConsultant", OrgKind.POINT),
    POINT_LEAD("pointLead", OrgKind.POINT),
    STATION_CONSULTANT("stationConsultant", OrgKind.STATION),
    STATION_LEAD("stationLead", OrgKind.STATION),
    NGO_WORKER("ngoWorker", OrgKind.NGO),
    DISTRICT_SUPERVISOR("districtSupervisor", OrgKind.DISTRICT),
    INSPECTOR("inspector", OrgKind.DISTRICT),
    AUDITOR("auditor", OrgKind.DISTRICT),
    MODELER("modeler", OrgKind.DISTRICT),
    ADMINISTRATOR("administrator", OrgKind.DISTRICT),
    HOTLINE_CLIENT("hotlineClient", null),
    PUSH_CLIENT("pushClient", null),
    WINDOW_CLIENT("windowClient", null);

    private final String id;
    private final @Nullable OrgKind worksIn;

    Role(String id, @Nullable OrgKind worksIn) {
        this.id = id;
        this.worksIn = worksIn;
    }

    /** As the realm spells it. */
    public String id() {
        return id;
    }

    /** Empty for a machine. */
    public Optional<OrgKind> worksIn() {
        return Optional.ofNullable(worksIn);
    }

    boolean isMachine() {
        return worksIn == null;
    }

    /** The role that says most about somebody: a point lead is a consultant too. */
    public static Optional<Role> strongest(Collection<String> ids) {
        return ids.stream().flatMap(id -> of(id).stream()).max(Comparator.naturalOrder());
    }

    /** Keycloak's own roles (offline_access and the like) are none of ours. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
