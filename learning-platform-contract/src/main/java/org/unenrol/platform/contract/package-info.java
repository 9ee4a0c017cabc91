/**
 * The contract of a platform. Whoever writes an adapter extends {@link
 * org.unenrol.platform.contract.RowSettlerContract}, or {@link
 * org.unenrol.platform.contract.LearningPlatformContract} for a remote platform, and says how to
 * put people and enrolments onto it.
 */
@NullMarked
package org.unenrol.platform.contract;

import org.jspecify.annotations.NullMarked;
