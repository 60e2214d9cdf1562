package org.jiuzhu.lead;

import org.springframework.stereotype.Component;

/** When the street hotline is answered: SJ 三(四) asks for working hours and names no clock, so it is configuration [A]. */
@Component
public class HotlineHours {

    private final LeadSettings settings;

    HotlineHours(LeadSettings settings) {
        this.settings = settings;
    }

    public String text() {
        return settings.hotlineHours();
    }
}
