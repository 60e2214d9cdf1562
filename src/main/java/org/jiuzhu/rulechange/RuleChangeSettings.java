package org.jiuzhu.rulechange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param chunk plans weighed or looked at in one transaction, at least 1
 * @param previewMillis for how long one request looks at people before it answers how far it is
 */
@ConfigurationProperties("jiuzhu.rule-change")
record RuleChangeSettings(@DefaultValue("500") int chunk, @DefaultValue("500") int previewMillis) {}
