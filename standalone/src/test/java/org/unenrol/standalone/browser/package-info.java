/** The portal, used by an administrator in a real browser. Skipped where there is none. */
@NullMarked
package org.unenrol.standalone.browser;

import org.jspecify.annotations.NullMarked;
