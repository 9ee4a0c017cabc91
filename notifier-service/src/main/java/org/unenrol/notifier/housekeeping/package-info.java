/** Removes what refused uploads and crashes have left behind. */
@NullMarked
package org.unenrol.notifier.housekeeping;

import org.jspecify.annotations.NullMarked;
