package org.jiuzhu.lead;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param defaultStreet the street whose station takes a lead that names no place [A]; every lead it decided says so
 * @param publicPerAddress how many reports one address may send through the public form in an hour [A]
 * @param publicInAll how many all of them together may
 * @param hotlineHours when the street hotline is answered [A]: SJ 三(四) says working hours, and no clock
 * @param replyInterval how often waiting answers are looked for
 * @param replyTimeout how long the hotline may take to accept one
 */
@ConfigurationProperties("jiuzhu.lead")
record LeadSettings(
        @DefaultValue("999901005") String defaultStreet,
        @DefaultValue("10") int publicPerAddress,
        @DefaultValue("300") int publicInAll,
        @DefaultValue("09:00-18:00") String hotlineHours,
        @DefaultValue("PT30S") Duration replyInterval,
        @DefaultValue("PT5S") Duration replyTimeout) {}
