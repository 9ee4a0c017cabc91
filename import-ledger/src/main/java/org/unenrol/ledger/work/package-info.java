/** Threads that work off what the ledger holds, woken by a signal and, to be sure, by the clock. */
@NullMarked
package org.unenrol.ledger.work;

import org.jspecify.annotations.NullMarked;
