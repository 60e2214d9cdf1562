package org.jiuzhu.conflict;

import java.util.List;
import java.util.Objects;
import org.jiuzhu.conflict.FilingTable.About;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whom a task is about, as somebody names a relative among them. */
@Component
public class TaskResidents {

    private final Households households;
    private final People people;
    private final SearchHash hash;
    private final EncryptedText encryption;
    private final JdbcTemplate jdbc;

    TaskResidents(Households households, People people, SearchHash hash, EncryptedText encryption, JdbcTemplate jdbc) {
        this.households = households;
        this.people = people;
        this.hash = hash;
        this.encryption = encryption;
        this.jdbc = jdbc;
    }

    public record Resident(long personId, String name) {}

    List<Resident> of(WorkItem task) {
        if (task.householdId() != null) {
            List<Resident> members = households.members(task.householdId()).stream()
                    .map(member ->
                            new Resident(member.person().id(), member.person().name()))
                    .toList();
            if (!members.isEmpty()) {
                return members;
            }
        }
        return task.personId() == null
                ? List.of()
                : people.byIds(List.of(task.personId())).stream()
                        .map(person -> new Resident(person.id(), person.name()))
                        .toList();
    }

    /** Null where a problem was found. */
    @Nullable
    About about(WorkItem task, @Nullable Long personId, Problems problems) {
        List<Resident> residents = of(task);
        if (residents.isEmpty()) {
            return ofLead(task);
        }
        if (residents.stream().noneMatch(resident -> Objects.equals(resident.personId(), personId))) {
            problems.add("person", "conflict.person.missing");
            return null;
        }
        Person person = people.get(Objects.requireNonNull(personId));
        String number = person.idNumber();
        return number == null
                ? new About(null, person.id(), null, person.name(), null)
                : new About(hash.of("id", number), null, null, person.name(), number);
    }

    /** A lead whose number does not hold is filed by the lead itself, and follows it to whoever it turns out to be. */
    private About ofLead(WorkItem task) {
        if (task.leadId() == null) {
            throw new Refusal(Refusal.Kind.UNPROCESSABLE, "conflict.nobody");
        }
        return Objects.requireNonNull(jdbc.queryForObject(
                "select said_name, said_id, said_id_hash from lead where id = ?",
                (row, n) -> {
                    String name = encryption.convertToEntityAttribute(row.getBytes("said_name"));
                    String number = encryption.convertToEntityAttribute(row.getBytes("said_id"));
                    String said = row.getString("said_id_hash");
                    return new About(said, null, said == null ? task.leadId() : null, name == null ? "" : name, number);
                },
                task.leadId()));
    }
}
