package org.jiuzhu.household;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** 政策已覆盖对象, section 3b of Songjiang's service record. */
public enum CoveredTag {
    PC_URBAN_DIBAO,
    PC_RURAL_DIBAO,
    PC_MARGINAL,
    PC_EXPENDITURE,
    PC_SEVERE_DISABILITY,
    PC_DESTITUTE;

    static Set<CoveredTag> of(PersonDetails details) {
        var tags = EnumSet.noneOf(CoveredTag.class);
        for (AssistanceCategory category : details.categories()) {
            switch (category) {
                case DIBAO_URBAN -> tags.add(PC_URBAN_DIBAO);
                case DIBAO_RURAL -> tags.add(PC_RURAL_DIBAO);
                case MARGINAL -> tags.add(PC_MARGINAL);
                case EXPENDITURE -> tags.add(PC_EXPENDITURE);
                case DESTITUTE -> tags.add(PC_DESTITUTE);
                default -> {}
            }
        }
        Integer grade = details.disabilityGrade();
        if (grade != null && grade < Person.SEVEREST_MILD_GRADE) {
            tags.add(PC_SEVERE_DISABILITY);
        }
        return Collections.unmodifiableSet(tags);
    }
}
