/**
 * The audit trail's own work: chaining, counting, noting the settings, and the command that
 * verifies it.
 */
@NullMarked
package org.unenrol.ingest.audit;

import org.jspecify.annotations.NullMarked;
