package org.unenrol.portal.token;

import java.time.Instant;
import java.util.stream.Collectors;
import org.unenrol.account.token.AccountToken;
import org.unenrol.account.token.TokenScope;

/** A token as its page tells it. */
record TokenView(AccountToken known, Instant now) {

    /** Such as {@code imports:read}. */
    public String scopes() {
        return known.scopes().stream().map(TokenScope::word).collect(Collectors.joining(" "));
    }

    public boolean isRevoked() {
        return known.revoked() != null;
    }

    public boolean hasEnded() {
        return !known.expires().isAfter(now);
    }

    /** Tells whether there is something to revoke. */
    public boolean isOfUse() {
        return !isRevoked() && !hasEnded();
    }
}
