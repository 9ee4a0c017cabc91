/** Wires the learning platform into a service and migrates its schema before anything uses it. */
@NullMarked
package org.unenrol.platform.setup;

import org.jspecify.annotations.NullMarked;
