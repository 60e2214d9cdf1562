package org.jiuzhu.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.household.Door.Resident;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People by the door behind which they live, as far as the thread's scope sees them; one question for all of them. */
@Component
@Transactional(readOnly = true)
public class Doors {

    private final JdbcTemplate jdbc;
    private final EncryptedText encryption;
    private final SafetyFlags flags = new SafetyFlags();
    private final Clock clock;

    Doors(JdbcTemplate jdbc, EncryptedText encryption, Clock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.clock = clock;
    }

    private record Line(
            @Nullable Long householdId, String road, String room, String head, String flags, Resident resident) {}

    /** The doors of several people; a room is decrypted once per household. */
    public List<Door> of(Collection<Long> personIds) {
        Map<Object, List<Line>> doors = new LinkedHashMap<>();
        Map<Long, String> rooms = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        jdbc.query(
                """
                select p.id, p.name, p.sex, p.birth_date, p.special_care, m.relation, h.id as household_id, h.road, h.room,
                    h.safety_flags, head.name as head
                from person p
                left join household_member m on m.person_id = p.id and m.to_on is null
                left join household h on h.id = m.household_id
                left join person head on head.id = h.head_person_id
                where p.id = any(?)
                """,
                row -> {
                    Line line = line(row, rooms, today);
                    Object door =
                            line.householdId() == null ? line.resident() : Objects.requireNonNull(line.householdId());
                    doors.computeIfAbsent(door, key -> new ArrayList<>()).add(line);
                },
                (Object) personIds.toArray(Long[]::new));
        return doors.values().stream().map(this::door).toList();
    }

    private Door door(List<Line> lines) {
        Line first = lines.get(0);
        return new Door(
                first.householdId(),
                first.road(),
                first.room(),
                first.head(),
                first.flags().isEmpty() ? Set.of() : flags.convertToEntityAttribute(first.flags()),
                lines.stream()
                        .map(Line::resident)
                        .sorted(Comparator.comparing(
                                        Resident::relation, Comparator.nullsLast(Comparator.<Relation>naturalOrder()))
                                .thenComparing(Resident::personId))
                        .toList());
    }

    private Line line(ResultSet row, Map<Long, String> rooms, LocalDate today) throws SQLException {
        Long household = row.getObject("household_id", Long.class);
        LocalDate born = row.getObject("birth_date", LocalDate.class);
        String relation = row.getString("relation");
        String name = row.getString("name");
        var resident = new Resident(
                row.getLong("id"),
                name,
                Sex.ofCode(row.getInt("sex")),
                born == null ? null : Period.between(born, today).getYears(),
                relation == null ? null : Relation.valueOf(relation),
                row.getBoolean("special_care"));
        if (household == null) {
            return new Line(null, "", "", name, "", resident);
        }
        String head = row.getString("head");
        byte[] room = row.getBytes("room");
        return new Line(
                household,
                row.getString("road"),
                rooms.computeIfAbsent(
                        household, key -> Objects.requireNonNullElse(encryption.convertToEntityAttribute(room), "")),
                head == null ? name : head,
                row.getString("safety_flags"),
                resident);
    }
}
