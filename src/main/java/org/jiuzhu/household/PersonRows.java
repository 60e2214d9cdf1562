package org.jiuzhu.household;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRows extends Repository<Person, Long> {

    Person save(Person person);

    Person saveAndFlush(Person person);

    Optional<Person> findById(long id);

    List<Person> findByIdIn(Collection<Long> ids);

    Optional<Person> findByIdHash(String idHash);

    List<Person> findByIdHashIn(Collection<String> idHashes);

    @Query("select distinct p.name from Person p where p.name in :names")
    Set<String> namesAmong(Collection<String> names);

    List<Person> findByNameAndPhoneHashOrderById(String name, String phoneHash);

    @Query(
            """
            select p from Person p, Membership m, Household h
            where p.name = :name and p.place.pointCode = :pointCode and h.road = :road
              and m.personId = p.id and m.toOn is null and h.id = m.householdId
            order by p.id
            """)
    List<Person> findByNameAndAddress(String name, String pointCode, String road);
}
