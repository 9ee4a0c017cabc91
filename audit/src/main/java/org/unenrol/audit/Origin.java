package org.unenrol.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for something, and from where.
 *
 * @param account the username; null while nobody is known
 * @param name of the token or the source; null where there is none
 * @param address the network address; null where there is none
 */
public record Origin(
        @Nullable String account, Via via, @Nullable String name, @Nullable String address) {

    /** The service itself. */
    public static final Origin SERVICE = new Origin(null, Via.SERVICE, null, null);
}
