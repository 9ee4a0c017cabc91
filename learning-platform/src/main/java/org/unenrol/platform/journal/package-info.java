/**
 * Makes rows take effect once on a platform that has no transactions. What was found is written
 * down before anything is done about it; whoever comes after a crash reads that, looks again and
 * knows what became of it.
 */
@NullMarked
package org.unenrol.platform.journal;

import org.jspecify.annotations.NullMarked;
