/**
 * The port to a platform that is somebody else's: remote, slow, without transactions and forgetful.
 * An adapter makes calls and says what they answered; that each row takes effect once and has one
 * answer is not its concern.
 */
@NullMarked
package org.unenrol.platform.remote;

import org.jspecify.annotations.NullMarked;
