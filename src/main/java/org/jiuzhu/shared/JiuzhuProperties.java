package org.jiuzhu.shared;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The product's own settings.
 *
 * @param home where an embedded database and its binaries are kept
 * @param historyLevel the engine's history level; pinned in the database on first start
 * @param seed whether the demo district is seeded on the first start (demo mode only)
 */
@ConfigurationProperties("jiuzhu")
public record JiuzhuProperties(
        @DefaultValue("demo") Mode mode,
        @DefaultValue(".jiuzhu") Path home,
        @DefaultValue Database database,
        Keys keys,
        @DefaultValue("none") String historyLevel,
        @DefaultValue("true") boolean seed,
        @DefaultValue Hotline hotline) {

    /**
     * @param embedded whether the product starts its own PostgreSQL
     * @param port the embedded server's port; 0 takes a free one
     * @param durable fsync and synchronous commit; off only where the data are thrown away
     */
    public record Database(
            @DefaultValue("true") boolean embedded,
            @DefaultValue("0") int port,
            @DefaultValue("true") boolean durable) {}

    /**
     * @param data base64 of 32 bytes: encrypts identifying columns
     * @param search base64 of 32 bytes: keyed hash for equality search
     */
    public record Keys(String data, String search) {}

    /** @param replyUrl where answers to 12345 tickets are posted; without it they wait to be fetched */
    public record Hotline(@Nullable URI replyUrl) {}
}
