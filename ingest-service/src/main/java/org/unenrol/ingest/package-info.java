/**
 * Takes uploads in over REST, dispatches one message per row, and answers for imports; serves the
 * portal.
 */
@NullMarked
package org.unenrol.ingest;

import org.jspecify.annotations.NullMarked;
