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
 * What those who decide have decided; this product never does.
 *
 * @param reference the deciding side's own number of it: a message's, or the letter's
 * @param note the reasons as they were told; never an amount that somebody must give
 */
@Embeddable
public record Result(
        @Column(name = "result") @Enumerated(EnumType.STRING) Kind kind,
        @Column(name = "decided_on") LocalDate on,
        @Column(name = "result_reference") String reference,
        @Column(name = "result_note") @Convert(converter = EncryptedText.class) @Nullable String note) {

    public enum Kind {
        GRANTED,
        REFUSED,
        WITHDRAWN
    }
}
