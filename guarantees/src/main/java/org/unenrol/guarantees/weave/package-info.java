/**
 * Faults that are woven into a service as it starts: crash points and mutants. No class of the
 * product knows of them.
 */
@NullMarked
package org.unenrol.guarantees.weave;

import org.jspecify.annotations.NullMarked;
