package org.unenrol.account.factor;

import java.time.Instant;

/** An app that shows one-time passwords for an account. */
public record AuthenticatorApp(Instant added, Instant lastUsed) {}
