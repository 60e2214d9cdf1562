package org.jiuzhu.visit;

import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/** What a round does with plans and windows at the beginning of a day, without the processes it starts. */
public final class Nights {

    private static final int CHUNK = 500;

    private Nights() {}

    public static void pass(ApplicationContext product, LocalDate today) {
        PlanReviews reviews = product.getBean(PlanReviews.class);
        while (reviews.reviewChunk(today, CHUNK) > 0) {
            continue;
        }
        WindowOpening opening = product.getBean(WindowOpening.class);
        while (opening.openChunk(today, CHUNK) > 0) {
            continue;
        }
    }
}
