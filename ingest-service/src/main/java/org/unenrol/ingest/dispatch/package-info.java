/**
 * Publishes the rows of every active import in short rounds. What may be under way is shared by all
 * of them, about a third of a second of work or a few batches, so that a small import never waits
 * behind large ones. Rows that were lost on the way are found and published again; those that only
 * wait for their turn are not.
 */
@NullMarked
package org.unenrol.ingest.dispatch;

import org.jspecify.annotations.NullMarked;
