package org.unenrol.benchmarks;

import java.util.List;

/** Something that is measured, within one run with whatever it is compared to. */
@FunctionalInterface
interface Measure {

    /** Takes the measure. Starts what it needs and stops it again. */
    List<Figure> take(Bench bench) throws Exception;
}
