package org.unenrol.audit;

/** An account that there is, with its username as it is written there. */
public record KnownAccount(long id, String username) {}
