package org.jiuzhu.shared;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reads identity numbers by the rules of this installation: production knows no made-up people. */
@Component
public class IdNumbers {

    private final Clock clock;
    private final boolean allowTestIds;

    public IdNumbers(Clock clock, JiuzhuProperties properties) {
        this.clock = clock;
        this.allowTestIds = properties.mode().allowsTestData();
    }

    /** @throws InvalidValue when it is no identity number, or one of a made-up person where those are refused */
    public IdNumber parse(String text) {
        return IdNumber.parse(text, LocalDate.now(clock), allowTestIds);
    }
}
