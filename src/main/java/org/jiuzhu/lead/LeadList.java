package org.jiuzhu.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.lifecycle.LeadCases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leads in the reader's scope, a page at a time: the newest first, or those whose source waits, by deadline. */
@Component
@Transactional(readOnly = true)
public class LeadList {

    public static final int PAGE = 25;

    private static final String REPLY_OWED =
            " and reply_due_at is not null and not exists (select 1 from lead_reply r where r.lead_id = lead.id)";

    private final LeadRepository leads;
    private final LeadCases cases;
    private final JdbcTemplate jdbc;

    LeadList(LeadRepository leads, LeadCases cases, JdbcTemplate jdbc) {
        this.leads = leads;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    public enum Which {
        IN_HAND,
        SETTLED,
        ALL
    }

    /** @param replyOwed only those whose source still waits for its answer */
    public record Filter(Which which, @Nullable LeadSource source, boolean replyOwed) {}

    /**
     * @param cases what they became, by lead
     * @param owing those whose source still waits
     * @param next where the next page begins; null on the last one
     */
    public record Page(List<Lead> leads, Map<Long, ActiveCase> cases, Set<Long> owing, @Nullable Long next) {}

    /** @param after the last page's {@link Page#next()} */
    public Page page(Filter filter, @Nullable Long after) {
        List<Long> ids = find(filter, after);
        Long next = ids.size() > PAGE ? ids.get(PAGE - 1) : null;
        List<Long> shown = ids.subList(0, Math.min(PAGE, ids.size()));
        Map<Long, Lead> found =
                leads.findByIdIn(shown).stream().collect(Collectors.toMap(Lead::id, Function.identity()));
        Set<Long> owing =
                Set.copyOf(jdbc.queryForList("select id from lead where id = any (?)" + REPLY_OWED, Long.class, (Object)
                        shown.toArray(Long[]::new)));
        return new Page(
                shown.stream().map(id -> Objects.requireNonNull(found.get(id))).toList(), cases.of(shown), owing, next);
    }

    private List<Long> find(Filter filter, @Nullable Long after) {
        StringBuilder sql = new StringBuilder("select id from lead where true");
        List<Object> args = new ArrayList<>();
        switch (filter.which()) {
            case IN_HAND -> sql.append(" and state = 'RECEIVED'");
            case SETTLED -> sql.append(" and state <> 'RECEIVED'");
            case ALL -> {}
        }
        Optional.ofNullable(filter.source()).ifPresent(source -> {
            sql.append(" and source = ?");
            args.add(source.name());
        });
        if (filter.replyOwed()) {
            sql.append(REPLY_OWED);
            if (after != null) {
                sql.append(" and (reply_due_at, id) > (select reply_due_at, id from lead where id = ?)");
                args.add(after);
            }
            sql.append(" order by reply_due_at, id");
        } else {
            if (after != null) {
                sql.append(" and id < ?");
                args.add(after);
            }
            sql.append(" order by id desc");
        }
        sql.append(" limit ?");
        args.add(PAGE + 1);
        return jdbc.queryForList(sql.toString(), Long.class, args.toArray());
    }
}
