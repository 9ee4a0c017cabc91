package org.unenrol.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.unenrol.portal.access.SignInRefusal;
import org.unenrol.sso.SingleSignOnSettings.NewAccounts;

class PersonReaderTests {

    private final PersonReader people =
            new PersonReader(
                    new SingleSignOnSettings(
                            "preferred_username",
                            "name",
                            "email",
                            null,
                            List.of(),
                            List.of(),
                            "areas",
                            Map.of(),
                            NewAccounts.REFUSE));

    @ParameterizedTest
    @CsvSource({
        "preferred_username, 'ad\0a'",
        "preferred_username, 'ada\u202Eevil'",
        "preferred_username, '\uD800'",
        "name, 'Ada\u0007'",
        "email, 'a\0@example.org'",
        "sub, 'a\0b'"
    })
    void refuseWhatNoAccountCanHave(String claim, String value) {
        Map<String, Object> claims = claims();
        claims.put(claim, value);

        assertThatExceptionOfType(SignInRefusedException.class)
                .isThrownBy(() -> people.read(user(claims)))
                .matches(e -> e.refusal() == SignInRefusal.UNFIT_NAME);
    }

    @Test
    void takesNamesOfAllScripts() {
        Map<String, Object> claims = claims();
        claims.put("preferred_username", "łukasz");
        claims.put("name", "日本 太郎");
        claims.put("areas", List.of("Safety", "No\0where"));

        Person person = people.read(user(claims));

        assertThat(person.name()).isEqualTo("日本 太郎");
        assertThat(person.areas()).isEqualTo(Set.of("Safety"));
    }

    private static Map<String, Object> claims() {
        return new HashMap<>(
                Map.of(
                        "iss", "https://id.example",
                        "sub", "1",
                        "preferred_username", "ada",
                        "name", "Ada",
                        "email", "ada@example.org"));
    }

    private static DefaultOidcUser user(Map<String, Object> claims) {
        OidcIdToken token =
                new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(60), claims);
        return new DefaultOidcUser(List.of(), token);
    }
}
