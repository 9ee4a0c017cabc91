/**
 * A remote platform in memory that fails in every way that remote platforms are known to, and the
 * adapter to it. It has no clock, tells success where there is none, and refuses a whole call for
 * one bad pair.
 */
@NullMarked
package org.unenrol.platform.contract.memory;

import org.jspecify.annotations.NullMarked;
