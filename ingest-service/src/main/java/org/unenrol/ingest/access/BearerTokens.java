package org.unenrol.ingest.access;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unenrol.account.Accounts;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.portal.access.FurtherTokens;
import org.unenrol.portal.access.TokenSignIn;

/** Signs in whoever brings a token, with the role and the areas that its account has now. */
@Component
class BearerTokens {

    private final AccountTokens tokens;
    private final Accounts accounts;
    private final List<FurtherTokens> further;

    BearerTokens(AccountTokens tokens, Accounts accounts, List<FurtherTokens> further) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.further = further;
    }

    /** Empty where it is no token, or none any longer. */
    Optional<TokenSignIn> signIn(String text) {
        if (!AccountTokens.areLike(text)) {
            return further.stream().flatMap(others -> others.signIn(text).stream()).findFirst();
        }
        return tokens.use(text)
                .flatMap(
                        token ->
                                accounts.find(token.username())
                                        .map(account -> TokenSignIn.of(account, token.scopes())));
    }
}
