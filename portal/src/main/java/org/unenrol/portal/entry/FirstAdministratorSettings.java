package org.unenrol.portal.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the first administrator, {@code unenrol.accounts.first-administrator.*}: who is
 * invited by mail at a start without a Global administrator who can sign in.
 *
 * @param email where the invitation goes; null for a link in the console instead
 * @param name the address where none is given
 */
@ConfigurationProperties("unenrol.accounts.first-administrator")
record FirstAdministratorSettings(
        @Nullable String email,
        @DefaultValue("administrator") String username,
        @Nullable String name) {}
