package org.jiuzhu.visit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds share their work out.
 *
 * @param chunk people, windows or visits of one transaction, at least 1
 * @param lanes how many chunks of a round may be under way at once, over all nodes, at least 1
 * @param onChange whether plans that change have their visits started at once; otherwise the next round starts them
 */
@ConfigurationProperties("jiuzhu.visit.round")
record RoundSettings(
        @DefaultValue("200") int chunk, @DefaultValue("4") int lanes, @DefaultValue("true") boolean onChange) {}
