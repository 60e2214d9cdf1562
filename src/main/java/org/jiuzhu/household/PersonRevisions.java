package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known about somebody is added to: a newer value does not erase the older, and an older one never takes the
 * place of a newer (I8).
 */
@Component
@Transactional
public class PersonRevisions {

    private final PersonRows rows;
    private final PersonChecks checks;
    private final PersonSearch search;
    private final FieldLedger ledger;
    private final IdentityGuard guard;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonRevisions(
            PersonRows rows,
            PersonChecks checks,
            PersonSearch search,
            FieldLedger ledger,
            IdentityGuard guard,
            Network network,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.search = search;
        this.ledger = ledger;
        this.guard = guard;
        this.network = network;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param changed what is now as it was told
     * @param older what stays as it was, because something newer is known; it is in the history
     */
    public record Revision(Person person, Set<PersonField> changed, Set<PersonField> older) {}

    /**
     * @param version as the editor read it
     * @param told the whole person as the editor now knows it; its organisation is not looked at
     * @param confirmed whether what was not changed was looked at as well, and is so
     * @throws org.jiuzhu.shared.InvalidInput with every field that does not hold, {@code asOf} included
     * @throws Refusal CONFLICT if somebody changed the person meanwhile, or has the same identity number
     */
    public Revision revise(long id, int version, NewPerson told, Provenance from, boolean confirmed, Actor by) {
        Person person = rows.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound"));
        person.mustNotBeLocked();
        var problems = new Problems();
        Identity identity = checks.check(told, problems);
        checks.checkDetails(told.details(), problems);
        checks.checkCommittee(network, told.details(), problems);
        if (from.asOf().isAfter(LocalDate.now(clock))) {
            problems.add("asOf", "person.date.future");
        }
        problems.check();
        if (person.version() != version) {
            throw new Refusal(Refusal.Kind.CONFLICT, "person.changedMeanwhile");
        }
        Map<PersonField, String> now = PersonValues.of(person);
        Map<PersonField, String> then = PersonValues.of(new Person(identity, person.place(), told.details()));
        Map<PersonField, @Nullable String> said = said(now, then, confirmed);
        Set<PersonField> changed = changed(now, then);
        Set<PersonField> older = settle(person, now, then, said.keySet(), from.asOf());
        changed.removeAll(older);
        ledger.append(id, version, said, from, by);
        String hash = person.idHash();
        apply(person, now);
        Person saved = save(person);
        if (!Objects.equals(hash, saved.idHash())) {
            events.publishEvent(new PersonIdentified(saved.id()));
        }
        if (!changed.isEmpty()) {
            events.publishEvent(new FactsChanged(id, FactsChanged.FACTS));
        }
        return new Revision(saved, changed, older);
    }

    /** One field is told anew, and nothing else. */
    public Revision tell(long id, PersonField field, String value, Provenance from, Actor by) {
        Person person = rows.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound"));
        Map<PersonField, String> values = PersonValues.of(person);
        values.put(field, value);
        NewPerson told = PersonValues.person(values, person.place().orgCode());
        return revise(id, person.version(), told, from, false, by);
    }

    private static Set<PersonField> changed(Map<PersonField, String> now, Map<PersonField, String> then) {
        Set<PersonField> changed = EnumSet.allOf(PersonField.class);
        changed.removeIf(field -> Objects.equals(now.get(field), then.get(field)));
        return changed;
    }

    private static Map<PersonField, @Nullable String> said(
            Map<PersonField, String> now, Map<PersonField, String> then, boolean confirmed) {
        Set<PersonField> fields = changed(now, then);
        if (confirmed) {
            fields.addAll(then.keySet());
        }
        var said = new EnumMap<PersonField, @Nullable String>(PersonField.class);
        fields.forEach(field -> said.put(field, then.get(field)));
        return said;
    }

    /** Puts into {@code now} what is newer than what is known. */
    private Set<PersonField> settle(
            Person person,
            Map<PersonField, String> now,
            Map<PersonField, String> then,
            Set<PersonField> said,
            LocalDate asOf) {
        Map<PersonField, FieldValue> newest = ledger.newest(person.id(), null);
        Set<PersonField> older = EnumSet.noneOf(PersonField.class);
        for (PersonField field : said) {
            FieldValue known = newest.get(field);
            String value = then.get(field);
            if (known != null && known.asOf().isAfter(asOf)) {
                if (!Objects.equals(now.get(field), value)) {
                    older.add(field);
                }
            } else if (value == null) {
                now.remove(field);
            } else {
                now.put(field, value);
            }
        }
        return older;
    }

    private void apply(Person person, Map<PersonField, String> values) {
        if (values.containsKey(PersonField.ID_NUMBER)) {
            values.remove(PersonField.SEX);
            values.remove(PersonField.BIRTH_DATE);
        }
        NewPerson whole = PersonValues.person(values, person.place().orgCode());
        var problems = new Problems();
        Identity identity = checks.check(whole, problems);
        problems.check();
        String idHash = identity.idHash();
        if (idHash != null && !idHash.equals(person.idHash())) {
            guard.refuseSecond(idHash);
        }
        boolean renamed = !person.name().equals(identity.name());
        person.identify(identity);
        person.describe(whole.details());
        if (renamed) {
            search.index(person);
        }
    }

    private Person save(Person person) {
        try {
            return rows.saveAndFlush(person);
        } catch (ObjectOptimisticLockingFailureException overtaken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "person.changedMeanwhile");
        }
    }

    /** Everything that was ever known, newest first. */
    @Transactional(readOnly = true)
    public List<FieldValue> history(long id) {
        return ledger.of(id);
    }

    /** What was said to a version of the person that somebody else was reading. */
    @Transactional(readOnly = true)
    public List<FieldValue> since(long id, int version) {
        return ledger.of(id).stream()
                .filter(value -> value.atVersion() >= version)
                .toList();
    }
}
