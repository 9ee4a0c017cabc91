/**
 * The chain of hashes over the trail: entries are chained a moment after they were added, in order,
 * by whoever holds the end of the chain, so that no change waits for another. It is verified in the
 * database, or in a file that was exported.
 */
@NullMarked
package org.unenrol.audit.chain;

import org.jspecify.annotations.NullMarked;
