/**
 * Public facts about imports, written in the transaction that makes them true, until they are
 * published.
 */
@NullMarked
package org.unenrol.ledger.event;

import org.jspecify.annotations.NullMarked;
