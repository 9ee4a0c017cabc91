/** The way into the API: by the portal's accounts, whose password comes with every request. */
@NullMarked
package org.unenrol.ingest.access;

import org.jspecify.annotations.NullMarked;
