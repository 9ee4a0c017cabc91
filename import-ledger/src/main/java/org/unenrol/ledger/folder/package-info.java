/**
 * Files of drop folders on their way: who is at a file, which import it has become, and where it
 * goes. A file is held by one process at a time, by a lease that runs by the database's clock.
 */
@NullMarked
package org.unenrol.ledger.folder;

import org.jspecify.annotations.NullMarked;
