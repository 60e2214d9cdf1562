package org.jiuzhu.lead;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param defaultStreet the street whose station takes a lead that names no place [A]; every lead it decided says so
 * @param replyInterval how often waiting answers are looked for
 * @param replyTimeout how long the hotline may take to accept one
 */
@ConfigurationProperties("jiuzhu.lead")
record LeadSettings(
        @DefaultValue("999901005") String defaultStreet,
        @DefaultValue("PT30S") Duration replyInterval,
        @DefaultValue("PT5S") Duration replyTimeout) {}
