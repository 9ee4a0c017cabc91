/**
 * The times for which the ledger keeps what it has, and the purge of what it keeps no longer. What
 * is to go is first noted as deleted, for readers, and then deleted in small steps; a purge that is
 * killed goes on where it was, and several at a time do not wait for one another. Nothing goes of
 * an import that has not ended, or of which something is still owed to somebody.
 */
@NullMarked
package org.unenrol.ledger.retention;

import org.jspecify.annotations.NullMarked;
