/**
 * The Import unenrolments dialog: a file is chosen, checked, and becomes an import. A real run of
 * bytes that nobody has verified is held back until the administrator has confirmed it.
 */
@NullMarked
package org.unenrol.ingest.portal.importing;

import org.jspecify.annotations.NullMarked;
