package org.unenrol.ingest.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.unenrol.account.token.TokenScope;

/** A refusal because a token lacks a scope, or because there is none for what was asked. */
final class MissingScope extends AuthorizationDecision {

    private final @Nullable TokenScope scope;

    /** Refuses a call for want of this scope; null where no token passes. */
    MissingScope(@Nullable TokenScope scope) {
        super(false);
        this.scope = scope;
    }

    @Nullable TokenScope scope() {
        return scope;
    }
}
