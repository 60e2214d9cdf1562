/**
 * Measures visits on the product itself, by hand: {@code mvn -Pbench test -Dpeople=100000}. Nothing here runs in a build.
 * {@code src/docs/benchmarks/visits.md} has the figures and says how each was measured.
 */
@NullMarked
package org.jiuzhu.bench;

import org.jspecify.annotations.NullMarked;
