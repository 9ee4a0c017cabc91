/**
 * The learning platform on PostgreSQL, schema {@code lms}: a batch is resolved, ended and read back
 * with one statement each. Periods are locked in the order of their id, so batches that touch the
 * same ones wait for each other and never deadlock; the marks are read in a later statement, so
 * whoever had to wait sees what the other did.
 */
@NullMarked
package org.unenrol.platform.postgres;

import org.jspecify.annotations.NullMarked;
