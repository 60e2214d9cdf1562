package org.jiuzhu.household;

import jakarta.persistence.Converter;

/** A person's tags in one column. */
@Converter
class PolicyFindTags extends CodesInOneColumn<PolicyFindTag> {

    PolicyFindTags() {
        super(PolicyFindTag.class);
    }
}
