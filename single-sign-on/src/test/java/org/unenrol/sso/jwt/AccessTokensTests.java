package org.unenrol.sso.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.ExternalIdentities;
import org.unenrol.account.ExternalIdentity;
import org.unenrol.account.Role;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.account.token.TokenScope;
import org.unenrol.portal.access.TokenSignIn;
import org.unenrol.test.database.TestDatabase;

/** Tokens of a provider whose keys the test has, so that it can forge some. */
class AccessTokensTests {

    private static final TestDatabase DATABASE =
            TestDatabase.start("jwt", "Asia/Kathmandu").with(AccountsConfiguration::migrationOf);
    private static final Issuer ISSUER = Issuer.start();

    private final Map<String, Object> header = new HashMap<>(Map.of("alg", "RS256", "kid", "1"));
    private final Map<String, Object> claims = new HashMap<>();
    private final AccessTokens tokens = tokens(ISSUER.address());

    AccessTokensTests() {
        claims.put("iss", ISSUER.address());
        claims.put("aud", List.of("another", "unenrol-api"));
        claims.put("sub", "program");
        claims.put("scope", "openid imports:verify");
        claims.put("exp", Instant.now().plusSeconds(60).getEpochSecond());
    }

    @BeforeAll
    static void addAccounts() {
        Accounts accounts = new Accounts(DATABASE.jdbc());
        for (String username : List.of("hr.import", "ada")) {
            accounts.add(
                    new Account(
                            username,
                            "Name",
                            "n@example.org",
                            Role.CONTENT_ADMINISTRATOR,
                            null,
                            null));
        }
        new ExternalIdentities(DATABASE.jdbc())
                .link("ada", new ExternalIdentity(ISSUER.address(), "person"));
    }

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    @Test
    void actForTheAccountOfTheirSubject() {
        TokenSignIn program = tokens.signIn(ISSUER.signed(header, claims)).orElseThrow();
        assertThat(program.getName()).isEqualTo("hr.import");
        assertThat(program.covers(TokenScope.IMPORTS_VERIFY)).isTrue();
        assertThat(program.covers(TokenScope.IMPORTS_APPLY)).isFalse();

        claims.put("sub", "person");
        assertThat(tokens.signIn(ISSUER.signed(header, claims)).map(TokenSignIn::getName))
                .contains("ada");

        claims.put("sub", "somebody else");
        claims.put("azp", "program");
        claims.put("client_id", "program");
        assertThat(tokens.signIn(ISSUER.signed(header, claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aud=other-api",
                "iss=http://elsewhere.example",
                "exp=1000",
                "exp=",
                "nbf=99999999999",
                "typ=ID",
                "nonce=n",
                "at_hash=h",
                "c_hash=h",
                "sub="
            })
    void areRefusedWhereAClaimIsWrong(String claim) {
        String[] parts = claim.split("=", 2);
        Object value = parts[1].matches("[0-9]+") ? (Object) Long.valueOf(parts[1]) : parts[1];
        if (parts[1].isEmpty()) {
            claims.remove(parts[0]);
        } else {
            claims.put(parts[0], value);
        }

        assertThat(tokens.signIn(ISSUER.signed(header, claims))).isEmpty();
    }

    @Test
    void areRefusedWhereTheSignatureIsNoneOrMadeWithWhatIsPublic() {
        assertThat(tokens.signIn(ISSUER.unsigned(claims))).isEmpty();
        assertThat(tokens.signIn(ISSUER.signedWithThePublicKeyAsASecret(claims))).isEmpty();
        assertThat(tokens.signIn(ISSUER.signedByAnother(header, claims))).isEmpty();
        assertThat(tokens.signIn("no.to.ken")).isEmpty();
        assertThat(tokens.signIn("")).isEmpty();
    }

    @Test
    void areTakenWithClocksThatDifferALittle() {
        claims.put("exp", Instant.now().minusSeconds(10).getEpochSecond());
        assertThat(tokens.signIn(ISSUER.signed(header, claims))).isPresent();

        claims.put("exp", Instant.now().minusSeconds(90).getEpochSecond());
        assertThat(tokens.signIn(ISSUER.signed(header, claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt"})
    void areOfTheTypesThatProvidersGiveThem(String type) {
        header.put("typ", type);
        assertThat(tokens.signIn(ISSUER.signed(header, claims))).isPresent();

        header.put("typ", "logout+jwt");
        assertThat(tokens.signIn(ISSUER.signed(header, claims))).isEmpty();
    }

    @Test
    void areRefusedWhileTheProviderIsAway() {
        assertThat(tokens("http://localhost:1").signIn(ISSUER.signed(header, claims))).isEmpty();
    }

    @Test
    void needAnAudienceAndScopesThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(ISSUER.address(), null, "imports:read"))
                .withMessageContaining("unenrol.api.jwt.audience");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(ISSUER.address(), "unenrol-api", "everything"))
                .withMessageContaining("everything");
    }

    private static AccessTokens tokens(String issuer) {
        JwtSettings settings = settings(issuer, "unenrol-api", "imports:read");
        return new AccessTokens(
                new SupplierJwtDecoder(new AccessTokenCheck(settings)::decoder),
                new TokenScopes(settings.scopeClaim(), settings.scopes()),
                new TokenAccounts(
                        settings.serviceAccounts(),
                        new Accounts(DATABASE.jdbc()),
                        new ExternalIdentities(DATABASE.jdbc())));
    }

    private static JwtSettings settings(String issuer, @Nullable String audience, String scope) {
        return new JwtSettings(
                URI.create(issuer),
                audience,
                "scope",
                Map.of("reader", scope),
                Map.of("hr.import", "program"),
                Duration.ofSeconds(30));
    }
}
