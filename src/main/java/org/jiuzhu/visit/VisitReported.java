package org.jiuzhu.visit;

import org.jiuzhu.shared.Actor;

/** The outcome of a visit was told; published in the telling transaction, after it was credited. */
public record VisitReported(VisitReport report, Actor by) {}
