package org.unenrol.sso;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is believed of people whom a provider signs in, {@code
 * unenrol.single-sign-on.*}. Claims are named as the provider names them; {@code a.b} is also the
 * member {@code b} of {@code a}.
 *
 * @param roleClaim has the roles or groups of a person; null where roles are given in Unenrol alone
 * @param globalAdministrators roles or groups that make a Global administrator
 * @param contentAdministrators roles or groups that make a Content administrator
 * @param areasClaim has the areas of a Content administrator; null where areas are given in Unenrol
 * @param areas names of areas by the values of that claim; a value that is not here names an area
 *     itself
 * @param newAccounts whether whoever has no account is given one
 */
@ConfigurationProperties("unenrol.single-sign-on")
record SingleSignOnSettings(
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue("email") String emailClaim,
        @Nullable String roleClaim,
        @DefaultValue List<String> globalAdministrators,
        @DefaultValue List<String> contentAdministrators,
        @Nullable String areasClaim,
        @DefaultValue Map<String, String> areas,
        @DefaultValue("refuse") NewAccounts newAccounts) {

    SingleSignOnSettings {
        boolean rolesAreNamed = !globalAdministrators.isEmpty() || !contentAdministrators.isEmpty();
        if (rolesAreNamed != (roleClaim != null)) {
            throw new IllegalArgumentException(
                    "unenrol.single-sign-on: set role-claim together with global-administrators or"
                            + " content-administrators, or none of them");
        }
        if (newAccounts == NewAccounts.CREATE && roleClaim == null) {
            throw new IllegalArgumentException(
                    "unenrol.single-sign-on.new-accounts=create needs role-claim: else nobody says"
                            + " what a new account may do");
        }
    }

    /** The answer to people who sign in and have no account. */
    enum NewAccounts {
        REFUSE,
        CREATE
    }
}
