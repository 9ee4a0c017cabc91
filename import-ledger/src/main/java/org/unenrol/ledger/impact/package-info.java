/** The effect that applying a verification would have, counted from what was found for its rows. */
@NullMarked
package org.unenrol.ledger.impact;

import org.jspecify.annotations.NullMarked;
