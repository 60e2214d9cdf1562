package org.jiuzhu.visit;

import java.time.LocalDate;
import org.jiuzhu.servicerecord.ServiceMode;

/** The last time somebody was met. */
public record LastVisit(long personId, LocalDate on, ServiceMode mode, String recordNumber) {}
