package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.PersonName;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the register, as far as the thread's scope sees them. */
@Component
@Transactional
public class People {

    public static final int MOST_COUNTED = 1000;

    static final int PAGE = 25;

    private final PersonRows rows;
    private final MajorChangeRows changes;
    private final PersonChecks checks;
    private final PersonSearch search;
    private final Households households;
    private final Network network;
    private final TierAdvisor tiers;
    private final AuditLog audit;
    private final SearchHash hash;
    private final FieldLedger ledger;
    private final IdentityGuard guard;
    private final PersonRevisions revisions;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            PersonRows rows,
            MajorChangeRows changes,
            PersonChecks checks,
            PersonSearch search,
            Households households,
            Network network,
            TierAdvisor tiers,
            AuditLog audit,
            SearchHash hash,
            FieldLedger ledger,
            IdentityGuard guard,
            PersonRevisions revisions,
            CurrentActor actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.checks = checks;
        this.search = search;
        this.households = households;
        this.network = network;
        this.tiers = tiers;
        this.audit = audit;
        this.hash = hash;
        this.ledger = ledger;
        this.guard = guard;
        this.revisions = revisions;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND if there is nobody, or nobody visible */
    @Transactional(readOnly = true)
    public Person get(long id) {
        return rows.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound"));
    }

    @Transactional(readOnly = true)
    public List<Person> byIds(Collection<Long> ids) {
        return rows.findByIdIn(ids);
    }

    /** @param normalized 18 characters with an upper-case X, as {@code IdNumber.value()} has them */
    @Transactional(readOnly = true)
    public Optional<Person> byIdNumber(String normalized) {
        return rows.findByIdHash(hash.of("id", normalized));
    }

    /** Several at once. */
    @Transactional(readOnly = true)
    public List<Person> byIdNumbers(Collection<String> normalized) {
        return normalized.isEmpty()
                ? List.of()
                : rows.findByIdHashIn(
                        normalized.stream().map(number -> hash.of("id", number)).toList());
    }

    /** Of two who look for that number and would register it, one waits for the other's transaction. */
    public void oneAtATime(String normalized) {
        guard.oneAtATime(hash.of("id", normalized));
    }

    /** Those names that somebody on the register has. */
    @Transactional(readOnly = true)
    public Set<String> namesOnRegister(Collection<String> names) {
        return names.isEmpty() ? Set.of() : rows.namesAmong(names);
    }

    /** @param phone as typed; what is no telephone number finds nobody */
    @Transactional(readOnly = true)
    public List<Person> byNameAndPhone(String name, String phone) {
        try {
            return rows.findByNameAndPhoneHashOrderById(
                    PersonName.of(name), hash.of("phone", Phone.parse(phone).value()));
        } catch (InvalidValue none) {
            return List.of();
        }
    }

    @Transactional(readOnly = true)
    public List<Person> byNameAndAddress(String name, String committeeCode, String road) {
        return rows.findByNameAndAddress(PersonName.of(name), committeeCode, road.strip());
    }

    /**
     * @throws org.jiuzhu.shared.InvalidInput with every field that does not hold: name, idNumber, phone, birthDate,
     *     sex, pointCode, …
     * @throws Refusal CONFLICT if somebody with this identity number is registered, here or elsewhere
     */
    public Person register(NewPerson person) {
        return register(person, new Provenance(FieldSource.REGISTRATION, today()), actor());
    }

    /** @param from where all of it comes from */
    public Person register(NewPerson person, Provenance from, Actor by) {
        var problems = new Problems();
        Identity identity = checks.check(person, problems);
        checks.checkDetails(person.details(), problems);
        checks.checkCommittee(network, person.details(), problems);
        if (from.asOf().isAfter(today())) {
            problems.add("asOf", "person.date.future");
        }
        Optional<Place> place = Places.check(network, person.orgCode(), problems);
        problems.check();
        if (identity.idHash() != null) {
            guard.refuseSecond(identity.idHash());
        }
        Person saved = rows.save(new Person(identity, place.orElseThrow(), person.details()));
        search.index(saved);
        ledger.append(saved.id(), saved.version(), PersonValues.of(saved), from, by);
        events.publishEvent(new PersonIdentified(saved.id()));
        events.publishEvent(new FactsChanged(saved.id(), FactsChanged.ENTERED));
        return saved;
    }

    /**
     * @param version as the editor read it
     * @throws Refusal CONFLICT if somebody changed the person meanwhile
     */
    public Person describe(long id, int version, PersonDetails details) {
        Person person = get(id);
        NewPerson told = new NewPerson(
                person.place().orgCode(),
                person.name(),
                person.idNumber(),
                person.phone(),
                person.sex(),
                person.birthDate(),
                details);
        return revisions
                .revise(id, version, told, new Provenance(FieldSource.CONSULTANT_VISIT, today()), false, actor())
                .person();
    }

    /** @param happenedOn not after today */
    public void recordChange(long personId, ChangeKind kind, LocalDate happenedOn, @Nullable String note) {
        recordChange(personId, new NewMajorChange(kind, happenedOn, note, null, false, null), actor());
    }

    /**
     * The same kind on the same day is the same change, told again.
     *
     * @return whether it was new
     */
    public boolean recordChange(long personId, NewMajorChange change, Actor by) {
        var problems = new Problems();
        Person person = get(personId);
        person.mustNotBeLocked();
        LocalDate born = person.birthDate();
        if (change.happenedOn().isAfter(today())) {
            problems.add("happenedOn", "person.date.future");
        } else if (born != null && change.happenedOn().isBefore(born)) {
            problems.add("happenedOn", "person.date.beforeBirth");
        }
        problems.check();
        boolean known = changesOf(personId).stream()
                .anyMatch(other ->
                        other.kind() == change.kind() && other.happenedOn().equals(change.happenedOn()));
        if (!known) {
            changes.save(new MajorChange(person, change, by.username(), clock.instant()));
            events.publishEvent(new FactsChanged(personId, FactsChanged.EVENT));
        }
        return !known;
    }

    /**
     * The monitoring platform warned of poverty through illness (SJ 二(三)). Of several warnings the latest counts;
     * somebody who died is not warned of.
     *
     * @param on the day of the push
     */
    public void illnessAlert(long personId, LocalDate on, Actor by) {
        Person person = get(personId);
        LocalDate known = person.details().illnessAlertOn();
        if (person.standing() != Standing.DECEASED && (known == null || known.isBefore(on))) {
            revisions.tell(
                    personId,
                    PersonField.ILLNESS_ALERT_ON,
                    on.toString(),
                    new Provenance(FieldSource.CIVIL_AFFAIRS, on),
                    by);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Actor actor() {
        return actors.find().orElse(Actor.machine(Actor.SYSTEM));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<MajorChange> changesOf(long personId) {
        return changes.findByPersonIdOrderByHappenedOnDescIdDesc(personId);
    }

    /** What the rules must know about somebody on a day. */
    @Transactional(readOnly = true)
    public PersonFacts facts(long id, LocalDate on) {
        return tiers.facts(get(id), on);
    }

    /**
     * @param text a name, its pinyin or initials, a whole identity number, or a telephone number; blank finds everybody
     * @param after the last page's {@link PersonPage#next()}
     */
    @Transactional(readOnly = true)
    public PersonPage search(String text, @Nullable Long after) {
        List<Long> ids = search.find(text, after, PAGE + 1);
        List<Long> page = ids.subList(0, Math.min(PAGE, ids.size()));
        return new PersonPage(cards(page), ids.size() > PAGE ? page.get(PAGE - 1) : null);
    }

    /** How many there are, at most {@link #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public int count(String text) {
        return search.count(text, MOST_COUNTED);
    }

    /** Cards in the order of the ids; who is not visible is left out. */
    @Transactional(readOnly = true)
    public List<PersonCard> cards(List<Long> ids) {
        Map<Long, Household> homes = households.ofPeople(ids);
        List<Person> found = rows.findByIdIn(ids);
        Map<Long, TierAdvice> advice = tierAdvice(found);
        return found.stream()
                .sorted(Comparator.comparingInt(person -> ids.indexOf(person.id())))
                .map(person -> card(
                        person,
                        homes.get(person.id()),
                        Objects.requireNonNull(advice.get(person.id())).tier()))
                .toList();
    }

    /** @throws Refusal NOT_FOUND if there is nobody, or nobody visible */
    @Transactional(readOnly = true)
    public PersonCard card(long id) {
        return cards(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound"));
    }

    /** What the rules recommend for people today, and why; by person. */
    @Transactional(readOnly = true)
    public Map<Long, TierAdvice> tierAdvice(Collection<Person> people) {
        return tiers.advise(people, LocalDate.now(clock));
    }

    /** How people stand towards the rules on a day, and when time alone changes that; by person. */
    @Transactional(readOnly = true)
    public Map<Long, TierOutlook> tierOutlook(Collection<Long> ids, LocalDate on) {
        return tiers.outlook(rows.findByIdIn(ids), on);
    }

    /**
     * Shows a number in full, and leaves a record of who looked.
     *
     * @throws Refusal NOT_FOUND if there is nobody visible, or nothing to show
     */
    public String reveal(long personId, HiddenField field, Actor actor) {
        String value = field.of(get(personId));
        if (value == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound");
        }
        audit.record(AuditKind.SENSITIVE_READ, actor, "person", String.valueOf(personId), field.name());
        return value;
    }

    private PersonCard card(Person person, @Nullable Household home, Tier tier) {
        return new PersonCard(
                person.id(),
                person.name(),
                person.sex(),
                person.ageOn(LocalDate.now(clock)),
                person.maskedIdNumber(),
                person.maskedPhone(),
                person.categories(),
                tier,
                home == null ? null : home.id(),
                network.find(person.place().orgCode()).map(OrgUnit::name).orElse(""),
                home == null ? "" : home.address());
    }
}
