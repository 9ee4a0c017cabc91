package org.unenrol.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unenrol.account.Accounts;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.CountedEvents;
import org.unenrol.audit.Origin;
import org.unenrol.audit.Via;
import org.unenrol.portal.access.FurtherTokens;
import org.unenrol.portal.access.SignInPlace;
import org.unenrol.portal.access.TokenSignIn;

/** Signs in whoever brings a token, with the role and the areas that its account has now. */
@Component
class BearerTokens {

    private final AccountTokens tokens;
    private final Accounts accounts;
    private final List<FurtherTokens> further;
    private final CountedEvents counted;

    BearerTokens(
            AccountTokens tokens,
            Accounts accounts,
            List<FurtherTokens> further,
            CountedEvents counted) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.further = further;
        this.counted = counted;
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
                                        .map(
                                                account ->
                                                        TokenSignIn.of(
                                                                account,
                                                                token.name(),
                                                                token.scopes())));
    }

    /** Counts for the audit trail that a token has come with a call. */
    void used(TokenSignIn token, HttpServletRequest request) {
        counted.note(
                AuditEvent.of(AuditKind.API_USED),
                new Origin(
                        token.getName(),
                        Via.TOKEN,
                        token.tokenName(),
                        SignInPlace.of(request).address()));
    }
}
