package org.unenrol.sso.jwt;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.unenrol.portal.access.FurtherTokens;
import org.unenrol.portal.access.TokenSignIn;

/** Signs in whoever brings an access token of the provider. */
final class AccessTokens implements FurtherTokens {

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

    private final JwtDecoder decoder;
    private final TokenScopes scopes;
    private final TokenAccounts accounts;

    AccessTokens(JwtDecoder decoder, TokenScopes scopes, TokenAccounts accounts) {
        this.decoder = decoder;
        this.scopes = scopes;
        this.accounts = accounts;
    }

    @Override
    public Optional<TokenSignIn> signIn(String token) {
        return decode(token)
                .flatMap(
                        jwt ->
                                accounts.of(jwt)
                                        .map(
                                                account ->
                                                        TokenSignIn.of(
                                                                account,
                                                                client(jwt),
                                                                scopes.of(jwt))));
    }

    /** The program that the token was issued to (RFC 9068; OpenID Connect Core 1.0), if it says. */
    private static String client(Jwt jwt) {
        return Stream.of("client_id", "azp")
                .map(jwt::getClaimAsString)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> String.valueOf(jwt.getIssuer()));
    }

    private Optional<Jwt> decode(String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (BadJwtException e) {
            log.debug("an access token is not believed", e);
        } catch (JwtException | JwtDecoderInitializationException e) {
            log.warn("an access token cannot be checked, as its provider does not answer", e);
        }
        return Optional.empty();
    }
}
