/** Writes the results file: the upload, byte for byte, with the outcome of each row. */
@NullMarked
package org.unenrol.notifier.results;

import org.jspecify.annotations.NullMarked;
