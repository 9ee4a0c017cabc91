package org.unenrol.account;

import java.time.Instant;

/**
 * A try to sign in.
 *
 * @param place a network address
 */
public record SignInEntry(Instant at, String place, boolean succeeded) {}
