/**
 * Public facts about imports, written in the transaction that makes them true, until they are
 * published or webhook addresses are told of them.
 */
@NullMarked
package org.unenrol.ledger.event;

import org.jspecify.annotations.NullMarked;
