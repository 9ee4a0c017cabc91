/** From the submission of an import to its end: which states there are, and what leads on. */
@NullMarked
package org.unenrol.ledger.lifecycle;

import org.jspecify.annotations.NullMarked;
