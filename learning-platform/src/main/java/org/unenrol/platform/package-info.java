/**
 * The port to the learning platform: a batch of rows goes in, and where each learner stood comes
 * back, in the same order. Asking again gives the same answer and ends nothing twice; completion
 * and attendance are never changed.
 */
@NullMarked
package org.unenrol.platform;

import org.jspecify.annotations.NullMarked;
