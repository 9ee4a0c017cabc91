/**
 * Requests of upstream systems: from their topics into the ledger, and from there to imports. The
 * answers are published by notifier-service.
 */
@NullMarked
package org.unenrol.ingest.upstream;

import org.jspecify.annotations.NullMarked;
