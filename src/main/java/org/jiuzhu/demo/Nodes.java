package org.jiuzhu.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which nodes share this database, by a sign of life in real time every ten seconds. */
@Component
class Nodes {

    private static final int GONE_AFTER_SECONDS = 30;

    private final String node = UUID.randomUUID().toString();
    private final JdbcTemplate jdbc;

    Nodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedRate = 10_000)
    @Transactional
    public void signOfLife() {
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.update(
                "insert into node_alive (node, seen_at) values (?, ?) on conflict (node) do update set seen_at = excluded.seen_at",
                node,
                now);
        jdbc.update(
                "delete from node_alive where seen_at < ?",
                Timestamp.from(Instant.now().minusSeconds(GONE_AFTER_SECONDS)));
    }

    /** This node included, whether or not it has been seen yet. */
    @Transactional(readOnly = true)
    public int alive() {
        Integer others = jdbc.queryForObject(
                "select count(*) from node_alive where node <> ? and seen_at >= ?",
                Integer.class,
                node,
                Timestamp.from(Instant.now().minusSeconds(GONE_AFTER_SECONDS)));
        return 1 + (others == null ? 0 : others);
    }
}
