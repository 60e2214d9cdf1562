package org.jiuzhu.conflict;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiuzhu.access.Relatives;
import org.jiuzhu.network.Place;
import org.jiuzhu.network.TaskGroups;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.ClaimGate;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one question of conflict: who may not deal with a household, because somebody in it is a relative on file and the
 * place's rule {@code relativeConflictExcludes} says so [A].
 */
@Component
public class Conflicts implements ClaimGate, Relatives {

    private final Kin kin;
    private final Attempts attempts;
    private final CaseRules rules;
    private final TaskGroups groups;
    private final DataScopes scopes;

    Conflicts(Kin kin, Attempts attempts, CaseRules rules, TaskGroups groups, DataScopes scopes) {
        this.kin = kin;
        this.attempts = attempts;
        this.rules = rules;
        this.groups = groups;
        this.scopes = scopes;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean excludes(String username, long householdId) {
        return excludedFrom(householdId).contains(username);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> excludedFrom(long householdId) {
        return scopes.asSystem(
                "relatives", () -> kin.home(householdId).map(this::excluded).orElse(Set.of()));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> excluded(TaskSubject subject) {
        return found(subject).stream().map(Excluded::username).collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public Collection<TaskSubject> sensitive(Collection<TaskSubject> subjects) {
        return scopes.asSystem("relatives", () -> kin.among(subjects));
    }

    private List<Excluded> found(TaskSubject subject) {
        List<Excluded> found = scopes.asSystem("relatives", () -> kin.of(subject));
        return found.isEmpty() || excludesAt(orgCode(subject)) ? found : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Refusal refuse(TaskSubject subject, Actor actor, Deed deed) {
        filingAgainst(subject, actor).ifPresent(filing -> attempts.refused(filing, actor, deed, subject.number()));
        return new Refusal(Refusal.Kind.FORBIDDEN, "conflict.excluded");
    }

    /** The oldest filing that keeps the actor from the subject. */
    @Transactional(readOnly = true)
    public Optional<Long> filingAgainst(TaskSubject subject, Actor actor) {
        return found(subject).stream()
                .filter(excluded -> excluded.username().equals(actor.username()))
                .map(Excluded::filingId)
                .sorted()
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Collection<String> insteadOf(Collection<String> asked, TaskSubject subject, Predicate<Actor> mayClaim) {
        Set<String> excluded = excluded(subject);
        if (excluded.isEmpty()
                || asked.stream()
                        .flatMap(group -> groups.members(group).stream())
                        .noneMatch(somebody -> excluded.contains(somebody.username()))) {
            return List.of();
        }
        Predicate<String> answers = group -> groups.members(group).stream()
                .anyMatch(somebody -> !excluded.contains(somebody.username()) && mayClaim.test(somebody));
        if (asked.stream().anyMatch(answers)) {
            return List.of();
        }
        return Instead.of(asked, subject).filter(answers).limit(1).toList();
    }

    /** What the person who asks may not see, wherever it is stored; nothing at all for nearly everybody. */
    @Override
    @Transactional(readOnly = true)
    public DataScope.Closed closedTo(String username) {
        if (!kin.hasAny(username)) {
            return DataScope.Closed.NOTHING;
        }
        List<Kin.Found> relatives = kin.of(username).stream()
                .filter(found -> excludesAt(found.orgCode()))
                .toList();
        return relatives.isEmpty()
                ? DataScope.Closed.NOTHING
                : kin.around(
                        ids(relatives, Kin.Found::householdId),
                        ids(relatives, Kin.Found::personId),
                        ids(relatives, Kin.Found::leadId));
    }

    private static Set<Long> ids(List<Kin.Found> found, Function<Kin.Found, @Nullable Long> id) {
        Set<Long> ids = new HashSet<>();
        for (Kin.Found one : found) {
            Long value = id.apply(one);
            if (value != null) {
                ids.add(value);
            }
        }
        return ids;
    }

    private boolean excludesAt(String orgCode) {
        return rules.ruling(orgCode, "relativeConflictExcludes").flag("value");
    }

    private static String orgCode(TaskSubject subject) {
        return new Place(subject.districtCode(), subject.streetCode(), subject.pointCode()).orgCode();
    }
}
