package org.jiuzhu.application;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/**
 * The applicant's credit commitment (PT(一)): signed, or excepted with a reason by somebody who answers for it.
 *
 * @param by who signed: SELF or GUARDIAN; null where nobody did
 * @param reason why it was excepted or refused
 * @param approvedBy username of whoever approved the exception
 */
@Embeddable
public record Commitment(
        @Column(name = "commitment") @Enumerated(EnumType.STRING) Kind kind,
        @Column(name = "commitment_on") LocalDate on,
        @Column(name = "commitment_by") @Nullable String by,
        @Column(name = "commitment_reason") @Convert(converter = EncryptedText.class) @Nullable String reason,
        @Column(name = "commitment_approved_by") @Nullable String approvedBy) {

    public enum Kind {
        SIGNED,
        EXCEPTED,
        REFUSED
    }

    /** Whether an application may be submitted on it. */
    public boolean stands() {
        return kind != Kind.REFUSED;
    }
}
