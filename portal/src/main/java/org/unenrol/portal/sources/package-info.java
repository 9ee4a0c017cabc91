/** The upstream systems: what they have asked for, and whether all of it has been read. */
@NullMarked
package org.unenrol.portal.sources;

import org.jspecify.annotations.NullMarked;
