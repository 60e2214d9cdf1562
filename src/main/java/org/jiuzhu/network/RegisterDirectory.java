package org.jiuzhu.network;

import java.util.Optional;
import org.jiuzhu.access.ActorDirectory;
import org.jiuzhu.access.ActorPlace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells access where somebody works. A withdrawn filing ends it; a pending one lets look and not act. */
@Component
@Transactional(readOnly = true)
class RegisterDirectory implements ActorDirectory {

    private final Network network;

    RegisterDirectory(Network network) {
        this.network = network;
    }

    @Override
    public Optional<ActorPlace> place(String username) {
        return network.consultant(username)
                .filter(somebody -> somebody.filing() != Consultant.Filing.WITHDRAWN)
                .map(somebody -> {
                    OrgUnit unit = network.unit(somebody.orgCode());
                    boolean mayAct = somebody.filing() == Consultant.Filing.FILED && unit.active();
                    return new ActorPlace(somebody.displayName(), unit.code(), unit.name(), mayAct);
                });
    }
}
