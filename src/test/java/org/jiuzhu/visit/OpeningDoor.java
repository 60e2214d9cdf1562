package org.jiuzhu.visit;

import java.time.LocalDate;
import org.springframework.beans.factory.BeanFactory;

/** Lets the bench open windows by the product's own statement. */
public final class OpeningDoor {

    private OpeningDoor() {}

    public static int openChunk(BeanFactory product, LocalDate today, int most) {
        return product.getBean(WindowOpening.class).openChunk(today, most);
    }
}
