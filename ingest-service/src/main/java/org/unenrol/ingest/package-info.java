/** Takes uploads in, dispatches one message per row, and answers for imports over REST. */
@NullMarked
package org.unenrol.ingest;

import org.jspecify.annotations.NullMarked;
