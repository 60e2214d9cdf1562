package org.jiuzhu.access;

import java.util.List;

/** Production mode was asked for with what only a demonstration may use. */
class UnsafeProduction extends RuntimeException {

    UnsafeProduction(List<String> problems) {
        super("Production refuses to start:\n- " + String.join("\n- ", problems));
    }
}
