package org.jiuzhu.assessment;

import java.time.LocalDate;
import java.util.Set;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Notice given and consent asked for (PIPL 14, 17, 29, 31).
 *
 * @param explained PURPOSE, DATA_USE, RIGHTS, VOLUNTARY
 * @param by SELF, GUARDIAN or FAMILY
 * @param sensitive the separate consent to health and other sensitive data
 * @param form SIGNED, RECORDED or ORAL; null where consent was refused
 */
public record Consent(
        LocalDate noticeOn,
        Set<String> explained,
        boolean given,
        String by,
        boolean sensitive,
        @Nullable String form,
        @Nullable String refusalReason) {

    /** Everything that PIPL 17 wants said before anybody can consent. */
    private static final Set<String> TO_EXPLAIN = Set.of("PURPOSE", "DATA_USE", "RIGHTS", "VOLUNTARY");

    /** Below this age a guardian consents (PIPL 31). */
    private static final int OWN_CONSENT_AGE = 14;

    /** @param age of the person concerned in full years; null where it is not known */
    void check(LocalDate today, @Nullable Integer age, Problems problems) {
        if (noticeOn.isAfter(today)) {
            problems.add("noticeOn", "assessment.future");
        }
        if (given && !explained.containsAll(TO_EXPLAIN)) {
            problems.add("explained", "assessment.explainAll");
        }
        if (given && age != null && age < OWN_CONSENT_AGE && !by.equals("GUARDIAN")) {
            problems.add("consentBy", "assessment.guardianNeeded");
        }
    }
}
