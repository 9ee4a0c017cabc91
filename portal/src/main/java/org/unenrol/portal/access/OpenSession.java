package org.unenrol.portal.access;

import java.time.Instant;

/**
 * A session of somebody who has signed in.
 *
 * @param handle names it to its owner, and lets nobody in
 * @param place the network address of the sign-in
 */
public record OpenSession(
        String handle, String place, Instant signedIn, Instant lastUsed, boolean current) {}
