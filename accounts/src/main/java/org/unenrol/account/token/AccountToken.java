package org.unenrol.account.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as people know it.
 *
 * @param username of the account that it acts for
 * @param prefix how the token begins
 * @param lastUsed to the minute; null where it never was
 * @param revoked null where it is not
 */
public record AccountToken(
        long id,
        String username,
        String name,
        String prefix,
        List<TokenScope> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {

    public AccountToken {
        scopes = List.copyOf(scopes);
    }
}
