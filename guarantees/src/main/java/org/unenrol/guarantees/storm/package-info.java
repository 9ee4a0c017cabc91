/**
 * Random faults for as long as wanted, from a seed, with calm spells and a final healing; then the
 * guarantees.
 */
@NullMarked
package org.unenrol.guarantees.storm;

import org.jspecify.annotations.NullMarked;
