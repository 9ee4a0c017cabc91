/** Measures what signatures of records cost, by JMH. */
@NullMarked
package org.unenrol.benchmarks.signing;

import org.jspecify.annotations.NullMarked;
