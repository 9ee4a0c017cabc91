/**
 * The way into the API: by the portal's accounts. A password of one, or a token for it, comes with
 * every request.
 */
@NullMarked
package org.unenrol.ingest.access;

import org.jspecify.annotations.NullMarked;
