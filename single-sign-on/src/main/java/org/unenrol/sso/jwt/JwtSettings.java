package org.unenrol.sso.jwt;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unenrol.account.token.TokenScope;

/**
 * Settings of the access tokens of a provider, {@code unenrol.api.jwt.*}.
 *
 * @param issuer of the tokens ({@code iss}); its configuration and keys are found by it
 * @param audience that a token must be for ({@code aud}): what the provider calls this API
 * @param scopeClaim has the scopes, as a text with spaces or a list; {@code a.b} is also the member
 *     {@code b} of {@code a}
 * @param scopes scopes of Unenrol by the provider's own words for them
 * @param serviceAccounts subjects of the provider ({@code sub}) by the usernames of the accounts
 *     here for which they act
 * @param clockSkew by so much the clocks of provider and service may differ
 */
@ConfigurationProperties("unenrol.api.jwt")
record JwtSettings(
        URI issuer,
        @Nullable String audience,
        @DefaultValue("scope") String scopeClaim,
        @DefaultValue Map<String, String> scopes,
        @DefaultValue Map<String, String> serviceAccounts,
        @DefaultValue("30s") Duration clockSkew) {

    JwtSettings {
        if (audience == null || audience.isBlank()) {
            throw new IllegalArgumentException(
                    "unenrol.api.jwt.issuer needs unenrol.api.jwt.audience: else tokens for other"
                            + " services of the provider would be taken, too");
        }
        scopes.values().stream()
                .filter(word -> TokenScope.of(word).isEmpty())
                .findFirst()
                .ifPresent(
                        word -> {
                            throw new IllegalArgumentException(
                                    "unenrol.api.jwt.scopes: " + word + " is no scope of tokens");
                        });
        if (new HashSet<>(serviceAccounts.values()).size() < serviceAccounts.size()) {
            throw new IllegalArgumentException(
                    "unenrol.api.jwt.service-accounts: a subject acts for one account only");
        }
    }
}
