package org.jiuzhu.lead;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LeadRepository extends JpaRepository<Lead, Long> {

    Optional<Lead> findByNumber(String number);

    Optional<Lead> findBySourceAndSourceRef(LeadSource source, String sourceRef);

    List<Lead> findBySourceAndSourceRefIn(LeadSource source, Collection<String> sourceRefs);

    /** Leads in hand with that name and telephone, or name and road. */
    @Query(
            """
            select l from Lead l where l.state = org.jiuzhu.lead.LeadState.RECEIVED and l.id <> :self
              and l.said.saidNameHash = :name and (:identified = false or l.said.saidIdHash is null)
              and (l.said.saidPhoneHash = :phone or (l.said.committeeCode = :committee and l.said.road = :road))
            order by l.id
            """)
    List<Lead> alike(
            long self,
            String name,
            boolean identified,
            @Nullable String phone,
            @Nullable String committee,
            @Nullable String road,
            Limit most);

    @Query(
            """
            select distinct l.said.saidNameHash from Lead l where l.state = org.jiuzhu.lead.LeadState.RECEIVED
              and l.said.saidIdHash is null and l.said.saidNameHash in :names
            """)
    Set<String> namesWithoutNumber(Collection<String> names);

    @Query("select l from Lead l where l.id = :group or l.sameAsLeadId = :group order by l.id")
    List<Lead> inGroup(long group);

    List<Lead> findByIdIn(List<Long> ids);
}
