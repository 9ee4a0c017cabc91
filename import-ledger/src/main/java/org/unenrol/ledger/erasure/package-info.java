/**
 * The erasure of one person's data from the ledger. An import that names the person loses its file,
 * its results, the outcomes of its rows and its mails as a whole; its counts stay. One import is
 * looked at in each step, so an erasure that is killed goes on where it was. It waits for imports
 * that have not ended.
 */
@NullMarked
package org.unenrol.ledger.erasure;

import org.jspecify.annotations.NullMarked;
