/** The command that migrates the schemas of all services. */
@NullMarked
package org.unenrol.ingest.schema;

import org.jspecify.annotations.NullMarked;
