/**
 * Takes row messages in batches, asks the learning platform and emits one outcome for each. It
 * keeps nothing itself: a row that comes again gets the same answer from the platform.
 */
@NullMarked
package org.unenrol.worker;

import org.jspecify.annotations.NullMarked;
