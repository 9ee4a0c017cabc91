/** Wires what all remote platforms have in common into a service. */
@NullMarked
package org.unenrol.platform.journal.setup;

import org.jspecify.annotations.NullMarked;
