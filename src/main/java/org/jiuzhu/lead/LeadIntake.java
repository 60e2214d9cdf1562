package org.jiuzhu.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Messages;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door for leads, whatever their channel: nothing that reaches it is lost, and nothing is taken twice. */
@Component
public class LeadIntake {

    private final LeadRepository leads;
    private final LeadChecks checks;
    private final Numbers numbers;
    private final Timeline timeline;
    private final Messages messages;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    LeadIntake(
            LeadRepository leads,
            LeadChecks checks,
            Numbers numbers,
            Timeline timeline,
            Messages messages,
            DataScopes scopes,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.leads = leads;
        this.checks = checks;
        this.numbers = numbers;
        this.timeline = timeline;
        this.messages = messages;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Keeps the lead as it came and starts its process in the same transaction. The same source and reference twice,
     * also at the same moment, is one lead; the second caller gets the first one's number.
     */
    public LeadReceipt receive(NewLead given, Actor by) {
        return scopes.asSystem("lead intake", () -> transaction.execute(status -> received(given, by)));
    }

    /**
     * Many at once, in the running transaction, each with a reference; of several with one reference the first counts.
     *
     * @return by reference
     */
    Map<String, LeadReceipt> receiveAll(List<LeadChecks.Checked> given, Actor by) {
        Map<String, LeadChecks.Checked> byRef = new TreeMap<>();
        given.forEach(lead -> byRef.putIfAbsent(String.valueOf(lead.lead().sourceRef()), lead));
        if (byRef.isEmpty()) {
            return Map.of();
        }
        LeadSource source = given.get(0).lead().source();
        Map<String, String> claimed = claimAll(source, List.copyOf(byRef.keySet()));
        Map<String, LeadReceipt> receipts = new HashMap<>();
        byRef.forEach((ref, lead) -> {
            String number = claimed.get(ref);
            if (number != null) {
                receipts.put(ref, receipt(register(number, lead, by), false));
            }
        });
        List<String> known =
                byRef.keySet().stream().filter(ref -> !claimed.containsKey(ref)).toList();
        if (!known.isEmpty()) {
            leads.findBySourceAndSourceRefIn(source, known)
                    .forEach(lead -> receipts.put(String.valueOf(lead.sourceRef()), receipt(lead, true)));
        }
        return receipts;
    }

    /** Those that are nobody else's, with their new numbers; in one order everywhere, so that no two wait in a ring. */
    private Map<String, String> claimAll(LeadSource source, List<String> refs) {
        List<String> fresh = numbers.next(Numbers.Kind.XS, refs.size());
        Map<String, String> claimed = new HashMap<>();
        jdbc.query(
                """
                insert into lead_ticket (source, source_ref, number)
                select ?, ref, number from unnest(?::text[], ?::text[]) as given(ref, number) order by ref
                on conflict do nothing returning source_ref, number
                """,
                row -> {
                    claimed.put(row.getString("source_ref"), row.getString("number"));
                },
                source.name(),
                refs.toArray(String[]::new),
                fresh.toArray(String[]::new));
        return claimed;
    }

    private LeadReceipt received(NewLead given, Actor by) {
        Optional<LeadReceipt> known = known(given);
        if (known.isPresent()) {
            return known.get();
        }
        String number = numbers.next(Numbers.Kind.XS);
        if (!claim(given, number)) {
            return known(given).orElseThrow();
        }
        Lead lead = register(number, checks.check(given), by);
        return receipt(lead, false);
    }

    private Optional<LeadReceipt> known(NewLead given) {
        return Optional.ofNullable(given.sourceRef())
                .flatMap(ref -> leads.findBySourceAndSourceRef(given.source(), ref))
                .map(lead -> receipt(lead, true));
    }

    /** False when the ticket is another lead already; waits for a delivery of it that is still under way. */
    private boolean claim(NewLead given, String number) {
        return given.sourceRef() == null
                || jdbc.update(
                                "insert into lead_ticket (source, source_ref, number) values (?, ?, ?) on conflict do nothing",
                                given.source().name(),
                                given.sourceRef(),
                                number)
                        == 1;
    }

    private Lead register(String number, LeadChecks.Checked checked, Actor by) {
        Lead lead = new Lead(
                number,
                checked.lead(),
                checked.receivedAt(),
                by.username(),
                checked.place(),
                checked.placeAssumed(),
                checked.problems(),
                checks.hashes(checked.lead().said()));
        leads.save(lead);
        timeline.add(
                "lead.received",
                lead.subject(),
                null,
                by,
                Map.of("source", lead.source().name()));
        messages.start(
                "LeadReported",
                number,
                Map.of("leadId", lead.id(), "orgCode", lead.place().orgCode()));
        return lead;
    }

    private static LeadReceipt receipt(Lead lead, boolean repeated) {
        return new LeadReceipt(lead.number(), lead.state(), lead.replyDueAt(), repeated);
    }
}
