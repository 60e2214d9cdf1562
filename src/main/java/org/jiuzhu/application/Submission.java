package org.jiuzhu.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * When and where it was handed in, any 受理中心 nearby will do (条例 31).
 *
 * @param receiptNumber what the window's receipt says
 */
@Embeddable
public record Submission(
        @Column(name = "submitted_on") LocalDate on,
        @Column(name = "receipt_number") String receiptNumber,
        @Column(name = "window_name") String window) {}
