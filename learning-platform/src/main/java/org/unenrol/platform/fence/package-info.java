/** The lock by which the rows of an import and its closing keep out of each other's way. */
@NullMarked
package org.unenrol.platform.fence;

import org.jspecify.annotations.NullMarked;
