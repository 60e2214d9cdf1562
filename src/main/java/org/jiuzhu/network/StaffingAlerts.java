package org.jiuzhu.network;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.rules.Staffing;
import org.jiuzhu.rules.Staffing.UnitKind;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the station lead when a unit has fewer consultants on file than its notice wants (CS 三(三), CN 三(三)). */
@Component
@Transactional
public class StaffingAlerts {

    public enum Measure {
        NEW_FILING,
        /** The station lends somebody for a time. */
        LEND,
        OTHER
    }

    /** @param filed how many there were when the alert was opened, fewer than {@code minimum} */
    public record Stored(long id, String number, String orgCode, int minimum, int filed) {}

    private final Network network;
    private final Staffing rules;
    private final Messages messages;
    private final Numbers numbers;
    private final EncryptedText encryption;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    StaffingAlerts(
            Network network,
            Staffing rules,
            @Lazy Messages messages,
            Numbers numbers,
            EncryptedText encryption,
            DataScopes scopes,
            JdbcTemplate jdbc,
            Clock clock) {
        this.network = network;
        this.rules = rules;
        this.messages = messages;
        this.numbers = numbers;
        this.encryption = encryption;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(FilingChanged changed) {
        OrgUnit unit = network.unit(changed.orgCode());
        switch (unit.kind()) {
            case POINT -> look(unit, UnitKind.POINT);
            case STREET -> look(unit, UnitKind.STATION);
            case NGO, DISTRICT -> {
                // no notice wants a number of consultants there
            }
        }
    }

    private void look(OrgUnit unit, UnitKind kind) {
        Ruling minimum = rules.minimum(unit.code(), kind);
        int wanted = minimum.has("value") ? minimum.number("value") : 0;
        int filed = network.filedConsultantsAt(unit.code());
        scopes.runAsSystem("staffing", () -> {
            if (filed < wanted) {
                open(unit.code(), wanted, filed);
            } else {
                restored(unit.code());
            }
        });
    }

    /** One alert per unit, however many leave. */
    private void open(String orgCode, int minimum, int filed) {
        Place place = network.place(orgCode);
        String number = numbers.next(Numbers.Kind.RY);
        List<Long> opened = jdbc.queryForList(
                """
                insert into staffing_alert (number, org_code, minimum, filed, opened_at, district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                """,
                Long.class,
                number,
                orgCode,
                minimum,
                filed,
                Timestamp.from(clock.instant()),
                place.districtCode(),
                place.streetCode(),
                place.pointCode());
        for (Long id : opened) {
            Map<String, @Nullable Object> variables = new HashMap<>();
            variables.put("alertId", id);
            variables.put("orgCode", orgCode);
            variables.put("urgency", Urgency.NORMAL.name());
            messages.start("StaffingShort", number, variables);
        }
    }

    private void restored(String orgCode) {
        jdbc.queryForList(
                        "update staffing_alert set restored_at = ? where org_code = ? and restored_at is null returning number",
                        String.class,
                        Timestamp.from(clock.instant()),
                        orgCode)
                .forEach(number -> messages.correlate("StaffingRestored", number, Map.of()));
    }

    /** What the station lead arranges. */
    public void arrange(long id, Measure measure, LocalDate restoreBy, String note, Actor by) {
        jdbc.update(
                """
                update staffing_alert set measure = ?, restore_by = ?, note = ?, answered_at = ?, answered_by = ? where id = ?
                """,
                measure.name(),
                restoreBy,
                encryption.convertToDatabaseColumn(note),
                Timestamp.from(clock.instant()),
                by.username(),
                id);
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Stored get(long id) {
        return jdbc
                .query(
                        "select * from staffing_alert where id = ?",
                        (row, n) -> new Stored(
                                row.getLong("id"),
                                row.getString("number"),
                                row.getString("org_code"),
                                row.getInt("minimum"),
                                row.getInt("filed")),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "network.staffing.notFound"));
    }

    @Transactional(readOnly = true)
    public TaskSubject subject(long id) {
        Stored alert = get(id);
        Place place = network.place(alert.orgCode());
        return new TaskSubject(
                alert.number(),
                null,
                null,
                null,
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                Urgency.NORMAL);
    }
}
