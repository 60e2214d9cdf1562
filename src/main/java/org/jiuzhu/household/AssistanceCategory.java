package org.jiuzhu.household;

import java.time.LocalDate;

/**
 * What somebody is registered as (CS 一(二), 沪府办规〔2024〕5号). The codes stay; the names changed with the law, so
 * {@code messages/household} has a label of each, and an older one where a document of that time is shown.
 */
public enum AssistanceCategory {
    DESTITUTE(true),
    DIBAO_URBAN(true),
    DIBAO_RURAL(true),
    MARGINAL(true),
    EXPENDITURE(true),
    CHILD_IN_NEED(true),
    SPECIAL_AID(true),
    MASS_ORGANISATION_AID(true),
    TEMPORARY_APPLICANT(false),
    FOUND_BY_VISIT(false),
    OTHER(false);

    /** From this day on the law's names are 最低生活保障边缘家庭 and 刚性支出困难家庭 (上海市社会救助条例, amended). */
    static final LocalDate RENAMED = LocalDate.of(2024, 12, 31);

    private final boolean inDatabase;

    AssistanceCategory(boolean inDatabase) {
        this.inDatabase = inDatabase;
    }

    /** Whether people of this category are in the database of low-income people: derived, never typed in [A]. */
    public boolean isInDatabase() {
        return inDatabase;
    }

    public boolean isDibao() {
        return this == DIBAO_URBAN || this == DIBAO_RURAL;
    }
}
