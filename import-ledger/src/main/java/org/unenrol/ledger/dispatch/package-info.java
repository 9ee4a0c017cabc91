/**
 * The right to publish the rows of an import, and how far that has come. Rows are claimed before
 * they are published and confirmed after, so that a successor repeats rather than skips.
 */
@NullMarked
package org.unenrol.ledger.dispatch;

import org.jspecify.annotations.NullMarked;
