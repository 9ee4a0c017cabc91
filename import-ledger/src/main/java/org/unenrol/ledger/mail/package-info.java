/**
 * The mail outbox. Entries are queued in the transaction that makes them due; message id and date
 * are stored then and stay the same for every try.
 */
@NullMarked
package org.unenrol.ledger.mail;

import org.jspecify.annotations.NullMarked;
