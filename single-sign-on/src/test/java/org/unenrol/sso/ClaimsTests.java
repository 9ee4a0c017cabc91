package org.unenrol.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTests {

    private static final Claims CLAIMS =
            new Claims(
                    Map.of(
                            "name",
                            " Ada ",
                            "empty",
                            " ",
                            "group",
                            "a",
                            "groups",
                            List.of("a", "b", 3),
                            "realm_access",
                            Map.of("roles", List.of("admin")),
                            "https://unenrol.example/roles",
                            List.of("global"),
                            "resource_access",
                            Map.of("un.enrol", Map.of("roles", "r")),
                            "email_verified",
                            false));

    @Test
    void areFoundByNameOrByPath() {
        assertThat(CLAIMS.texts("realm_access.roles")).containsExactly("admin");
        assertThat(CLAIMS.texts("https://unenrol.example/roles")).containsExactly("global");
        assertThat(CLAIMS.texts("resource_access.un.enrol.roles")).containsExactly("r");
        assertThat(CLAIMS.texts("realm_access.none")).isEmpty();
        assertThat(CLAIMS.texts("name.none")).isEmpty();
    }

    @Test
    void areTextsAloneOrInLists() {
        assertThat(CLAIMS.texts("group")).containsExactly("a");
        assertThat(CLAIMS.texts("groups")).containsExactlyInAnyOrder("a", "b");
        assertThat(CLAIMS.text("name")).contains("Ada");
        assertThat(CLAIMS.text("empty")).isEmpty();
        assertThat(CLAIMS.text("groups")).isEmpty();
    }

    @Test
    void denyWhatTheySayIsFalse() {
        assertThat(CLAIMS.deny("email_verified")).isTrue();
        assertThat(CLAIMS.deny("name")).isFalse();
        assertThat(CLAIMS.deny("none")).isFalse();
    }
}
