/** Deliberate faults in the product, each of which the judge must find. */
@NullMarked
package org.unenrol.guarantees.mutant;

import org.jspecify.annotations.NullMarked;
