/** Wires the ledger into a service and migrates its schema before anything uses it. */
@NullMarked
package org.unenrol.ledger.setup;

import org.jspecify.annotations.NullMarked;
