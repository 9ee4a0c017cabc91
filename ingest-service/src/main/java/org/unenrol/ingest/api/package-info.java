/**
 * The REST API. Errors are problem details (RFC 9457) with a stable type and a sentence that says
 * how to fix it.
 */
@NullMarked
package org.unenrol.ingest.api;

import org.jspecify.annotations.NullMarked;
