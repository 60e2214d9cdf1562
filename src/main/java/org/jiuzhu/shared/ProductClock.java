package org.jiuzhu.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The product's time in Asia/Shanghai: real time, moved forward by the demo clock and by tests. */
@Component
public class ProductClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    public ProductClock() {
        this(Clock.system(ZONE));
    }

    private ProductClock(Clock real) {
        this.real = real;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    public Duration offset() {
        return offset;
    }

    /** Only the engine's clock door calls this, so that both clocks move together. */
    public void setOffset(Duration offset) {
        this.offset = offset;
    }
}
