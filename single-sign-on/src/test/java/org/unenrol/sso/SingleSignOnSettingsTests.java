package org.unenrol.sso;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.unenrol.sso.SingleSignOnSettings.NewAccounts;

class SingleSignOnSettingsTests {

    @Test
    void needAClaimForRolesAndRolesForAClaim() {
        assertThatThrownBy(() -> settings(null, List.of("global"), NewAccounts.REFUSE))
                .hasMessageContaining("role-claim");
        assertThatThrownBy(() -> settings("roles", List.of(), NewAccounts.REFUSE))
                .hasMessageContaining("global-administrators");
        assertThatCode(() -> settings(null, List.of(), NewAccounts.REFUSE))
                .doesNotThrowAnyException();
    }

    @Test
    void makeNoAccountsThatNobodyGivesARole() {
        assertThatThrownBy(() -> settings(null, List.of(), NewAccounts.CREATE))
                .hasMessageContaining("new-accounts");
    }

    private static SingleSignOnSettings settings(
            @Nullable String roleClaim,
            List<String> globalAdministrators,
            NewAccounts newAccounts) {
        return new SingleSignOnSettings(
                "preferred_username",
                "name",
                "email",
                roleClaim,
                globalAdministrators,
                List.of(),
                null,
                Map.of(),
                newAccounts);
    }
}
