/**
 * Measured claims: each program measures what it compares within one run and prints what it did.
 */
@NullMarked
package org.unenrol.benchmarks;

import org.jspecify.annotations.NullMarked;
