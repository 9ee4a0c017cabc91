package org.unenrol.portal.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * A password that was right, while the second factor is missing. Whoever has it is nobody yet.
 *
 * @param password a hash of the encoded password: another one ends this
 */
record PendingSignIn(String username, String password, Instant since) implements Serializable {}
