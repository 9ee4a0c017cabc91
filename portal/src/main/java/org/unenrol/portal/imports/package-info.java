/**
 * An import in the portal, from its progress to its results and to what can be done with it, and
 * the history of all of them.
 */
@NullMarked
package org.unenrol.portal.imports;

import org.jspecify.annotations.NullMarked;
