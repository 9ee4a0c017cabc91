/**
 * Publishes the rows of every active import in turn, about a third of a second of work or a few
 * batches ahead each, so that a small import never waits behind a large one. Rows that were lost on
 * the way are found and published again.
 */
@NullMarked
package org.unenrol.ingest.dispatch;

import org.jspecify.annotations.NullMarked;
