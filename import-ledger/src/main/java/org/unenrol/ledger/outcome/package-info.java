/**
 * The outcomes of the rows. Each row is counted once however often its outcome arrives, and exactly
 * one transaction finds that an import has all of them.
 */
@NullMarked
package org.unenrol.ledger.outcome;

import org.jspecify.annotations.NullMarked;
