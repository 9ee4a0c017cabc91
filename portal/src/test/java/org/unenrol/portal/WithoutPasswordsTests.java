package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.test.context.TestPropertySource;
import org.unenrol.account.Role;
import org.unenrol.portal.access.FurtherSignIn;

/** The portal where a provider alone signs people in. */
@TestPropertySource(properties = "unenrol.portal.access.password=false")
class WithoutPasswordsTests extends AccountsTestCase {

    @Test
    void offersTheProviderAndNothingElse() {
        assertThat(read(get("/sign-in")))
                .contains("Sign in with Organisation")
                .doesNotContain("Password", "password", "passkey");
        assertThat(read(page("/account", "en"))).doesNotContain("password", "econd factor");
        assertThat(read(page("/accounts/" + id("content.admin"), "en"))).doesNotContain("password");
        assertThat(read(page("/accounts/new", "en"))).contains("No email is sent", "Add account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/forgotten-password",
                "/choose-password",
                "/first-administrator",
                "/account/password",
                "/account/second-factor",
                "/sign-in/passkey",
                "/sign-in/passkey/options",
                "/sign-in/second-factor",
                "/accounts/1/link"
            })
    void hasNoPageOfPasswords(String path) {
        assertThat(post(path, "global.admin", "username", "content.admin", "password", PASSWORD))
                .hasStatus(404);
    }

    @Test
    void addsAccountsWithoutAnInvitation() {
        post(
                "/accounts",
                "global.admin",
                "username",
                "of.the.provider",
                "name",
                "Of the Provider",
                "email",
                "p@example.org",
                "role",
                Role.CONTENT_ADMINISTRATOR.name(),
                "language",
                "en");

        assertThat(directory.find("of.the.provider")).isPresent();
        assertThat(mails("of.the.provider")).isZero();
    }

    /** A provider as the sign-in page knows it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Provider {

        @Bean
        FurtherSignIn organisation() {
            return new FurtherSignIn() {
                @Override
                public void addTo(HttpSecurity http, AuthenticationSuccessHandler signedIn) {}

                @Override
                public List<Choice> choices() {
                    return List.of(new Choice("Organisation", "/sign-in/with/organisation"));
                }

                @Override
                public Set<String> origins() {
                    return Set.of();
                }
            };
        }
    }
}
