/**
 * The staff, the catalogue and the enrolments of an invented council, so that everything can be
 * tried at once. Always the same people on the same activities; the dates lie round the day of
 * loading.
 */
@NullMarked
package org.unenrol.sample;

import org.jspecify.annotations.NullMarked;
