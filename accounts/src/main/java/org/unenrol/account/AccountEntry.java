package org.unenrol.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as those see it who administer accounts.
 *
 * @param areas that it manages as a Content administrator, in order
 * @param hasPassword false until its invitation has been accepted
 * @param lastSignIn null where there has been none
 */
public record AccountEntry(
        long id,
        String username,
        AccountDetails details,
        List<String> areas,
        boolean disabled,
        boolean hasPassword,
        @Nullable Instant lastSignIn) {

    public String name() {
        return details.name();
    }

    public String email() {
        return details.email();
    }

    public Role role() {
        return details.role();
    }

    public @Nullable String language() {
        return details.language();
    }
}
