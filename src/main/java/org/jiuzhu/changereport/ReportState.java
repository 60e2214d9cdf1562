package org.jiuzhu.changereport;

/** How a report stands. */
public enum ReportState {
    REPORTED,
    CONFIRMED,
    NOT_SO
}
