/** The bodies of requests of whoever it may be: small ones are read whole, and none slowly. */
@NullMarked
package org.unenrol.ingest.body;

import org.jspecify.annotations.NullMarked;
