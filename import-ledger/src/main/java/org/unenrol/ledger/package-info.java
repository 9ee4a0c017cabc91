/**
 * The life of an import in PostgreSQL, schema {@code imports}. Together with the stored file this
 * is the truth: whatever Kafka repeats or loses, what is recorded here is counted once, and time is
 * the database's.
 */
@NullMarked
package org.unenrol.ledger;

import org.jspecify.annotations.NullMarked;
