/** From the topic into the ledger. An outcome that arrives again changes nothing. */
@NullMarked
package org.unenrol.notifier.outcome;

import org.jspecify.annotations.NullMarked;
