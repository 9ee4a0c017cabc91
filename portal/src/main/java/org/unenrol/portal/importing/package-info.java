/**
 * The Import unenrolments dialog: a file is chosen, checked, and becomes an import. A real run of
 * bytes that its administrator has not verified in the last day is held back until they have
 * confirmed it.
 */
@NullMarked
package org.unenrol.portal.importing;

import org.jspecify.annotations.NullMarked;
