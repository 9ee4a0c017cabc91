/** Removes what refused uploads and crashes have left behind, and what is no longer kept. */
@NullMarked
package org.unenrol.notifier.housekeeping;

import org.jspecify.annotations.NullMarked;
