package org.jiuzhu.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.workflow.EngineClock;

/** Puts engine and product at a moment in Asia/Shanghai. */
public class TestClock {

    /** Monday, an ordinary week without holidays. */
    public static final LocalDateTime START = LocalDateTime.parse("2026-07-06T09:30:00");

    private final EngineClock engine;
    private final ProductClock product;

    TestClock(EngineClock engine, ProductClock product) {
        this.engine = engine;
        this.product = product;
    }

    void reset() {
        set(START);
    }

    public void set(LocalDateTime local) {
        set(local.atZone(ProductClock.ZONE).toInstant());
    }

    public void set(String local) {
        set(LocalDateTime.parse(local));
    }

    public void set(Instant moment) {
        engine.setOffset(Duration.between(Instant.now(), moment));
    }

    public Instant now() {
        return product.instant();
    }
}
