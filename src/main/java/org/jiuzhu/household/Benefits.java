package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which benefits people have: told, never decided here. */
@Component
@Transactional
public class Benefits {

    private final BenefitRows rows;
    private final People people;
    private final Clock clock;

    Benefits(BenefitRows rows, People people, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    /** @throws org.jiuzhu.shared.InvalidInput for {@code from}, {@code to} or {@code asOf} */
    public void add(
            long personId,
            Benefit.Kind kind,
            @Nullable String note,
            LocalDate from,
            @Nullable LocalDate to,
            Provenance source,
            Actor by) {
        LocalDate today = LocalDate.now(clock);
        var problems = new Problems();
        if (from.isAfter(today)) {
            problems.add("from", "person.date.future");
        }
        if (to != null && to.isBefore(from)) {
            problems.add("to", "person.benefit.toBeforeFrom");
        }
        if (source.asOf().isAfter(today)) {
            problems.add("asOf", "person.date.future");
        }
        problems.check();
        rows.save(new Benefit(people.get(personId).id(), kind, note, from, to, source, by.username()));
    }

    /** @throws org.jiuzhu.shared.InvalidInput for {@code to} */
    public void end(long personId, long benefitId, LocalDate on) {
        Benefit benefit = rows.findById(benefitId)
                .filter(found -> found.personId() == personId)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound"));
        var problems = new Problems();
        if (on.isBefore(benefit.from())) {
            problems.add("to", "person.benefit.toBeforeFrom");
        }
        problems.check();
        benefit.end(on);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Benefit> of(Collection<Long> personIds) {
        return rows.findByPersonIdInOrderByFromOnDescIdDesc(personIds);
    }
}
