package org.unenrol.sso.jwt;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * The check of an access token (RFC 9068, section 4): signed with a key of the provider, by an
 * algorithm with public keys; for this API; still valid, with an end; and no ID token, which tells
 * who has signed in and lets nobody do anything.
 */
final class AccessTokenCheck {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private static final List<String> ONLY_IN_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    private final JwtSettings settings;

    AccessTokenCheck(JwtSettings settings) {
        this.settings = settings;
    }

    /** Asks the provider for its configuration; its keys are cached, and asked for when new. */
    JwtDecoder decoder() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(LONGEST_ANSWER);
        requests.setReadTimeout(LONGEST_ANSWER);
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(settings.issuer().toString())
                        .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                        .restOperations(new RestTemplate(requests))
                        .validateType(false)
                        .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules()));
        return decoder;
    }

    private List<OAuth2TokenValidator<Jwt>> rules() {
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        times.setAllowEmptyExpiryClaim(false);
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        type.setAllowEmpty(true);
        String audience = Objects.requireNonNull(settings.audience());
        return List.of(
                times,
                type,
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, all -> all.contains(audience)),
                AccessTokenCheck::isNoIdToken);
    }

    private static OAuth2TokenValidatorResult isNoIdToken(Jwt token) {
        boolean told =
                "ID".equals(token.getClaims().get("typ"))
                        || ONLY_IN_ID_TOKENS.stream().anyMatch(token::hasClaim);
        return told
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))
                : OAuth2TokenValidatorResult.success();
    }
}
