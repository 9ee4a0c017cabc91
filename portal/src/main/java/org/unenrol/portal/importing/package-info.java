/**
 * The Import unenrolments dialog: a file is chosen, checked, and verified. Where a real run is
 * wanted, the page with its people and numbers comes next.
 */
@NullMarked
package org.unenrol.portal.importing;

import org.jspecify.annotations.NullMarked;
