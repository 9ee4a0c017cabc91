package org.unenrol.sso;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unenrol.account.ExternalIdentity;
import org.unenrol.account.Role;

/**
 * Somebody as a provider describes them.
 *
 * @param role null where the provider is not asked for roles
 * @param areas null where the provider is not asked for areas
 */
record Person(
        ExternalIdentity identity,
        String username,
        String name,
        String email,
        @Nullable Role role,
        @Nullable Set<String> areas) {}
