package org.unenrol.sso.jwt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;
import org.unenrol.account.token.TokenScope;
import org.unenrol.sso.Claims;

/** The scopes of access tokens, in the words of Unenrol or in those of the provider. */
final class TokenScopes {

    private final String claim;
    private final Map<String, String> words;

    TokenScopes(String claim, Map<String, String> words) {
        this.claim = claim;
        this.words = words;
    }

    /** Those that there are here; of others nothing is believed. */
    List<TokenScope> of(Jwt token) {
        Stream<String> told =
                new Claims(token.getClaims())
                        .texts(claim).stream().flatMap(text -> Arrays.stream(text.split("\\s+")));
        return told.map(word -> words.getOrDefault(word, word))
                .flatMap(word -> TokenScope.of(word).stream())
                .distinct()
                .toList();
    }
}
