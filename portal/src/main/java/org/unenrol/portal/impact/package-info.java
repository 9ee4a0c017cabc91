/**
 * The effect of a real run, told before it begins: activity by activity, counted with the rights of
 * whoever asks, and whether it is so large that a number has to be typed.
 */
@NullMarked
package org.unenrol.portal.impact;

import org.jspecify.annotations.NullMarked;
