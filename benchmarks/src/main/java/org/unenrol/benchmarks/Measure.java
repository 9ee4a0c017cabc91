package org.unenrol.benchmarks;

import java.util.List;

/** A measurement, taken within one run together with whatever it is compared to. */
@FunctionalInterface
interface Measure {

    /** Takes the measure. Starts what it needs and stops it again. */
    List<Figure> take(Bench bench) throws Exception;
}
