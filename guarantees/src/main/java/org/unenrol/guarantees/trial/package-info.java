/**
 * Trials: small stories in which something is broken while imports run. Each must leave every
 * guarantee whole.
 */
@NullMarked
package org.unenrol.guarantees.trial;

import org.jspecify.annotations.NullMarked;
