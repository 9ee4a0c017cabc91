/**
 * The common part of all pages of the portal: the layout with its NAVIGATION pane, signing in, how
 * dates and numbers are written, and what is said when something goes wrong.
 */
@NullMarked
package org.unenrol.portal;

import org.jspecify.annotations.NullMarked;
