package org.jiuzhu.household;

import jakarta.persistence.Converter;

/** A person's categories in one column. */
@Converter
class CategoryCodes extends CodesInOneColumn<AssistanceCategory> {

    CategoryCodes() {
        super(AssistanceCategory.class);
    }
}
