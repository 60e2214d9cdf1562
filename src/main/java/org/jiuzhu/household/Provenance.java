package org.jiuzhu.household;

import java.time.LocalDate;

/**
 * @param asOf the day of which something was known; not after today
 */
public record Provenance(FieldSource source, LocalDate asOf) {}
