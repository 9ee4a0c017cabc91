/** Results files on their way to an administrator, streamed and noted in the audit trail. */
@NullMarked
package org.unenrol.ingest.results;

import org.jspecify.annotations.NullMarked;
