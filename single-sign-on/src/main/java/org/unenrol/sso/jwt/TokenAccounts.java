package org.unenrol.sso.jwt;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.jwt.Jwt;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.ExternalIdentities;
import org.unenrol.account.ExternalIdentity;

/**
 * The accounts for which subjects of the provider act: programs by the settings, people by having
 * signed in to the portal once. The client that has fetched a token says nothing: it may have done
 * so for anybody.
 */
final class TokenAccounts {

    private final Map<String, String> usernames;
    private final Accounts accounts;
    private final ExternalIdentities identities;

    /** Knows programs by their subjects, which are given by the usernames of their accounts. */
    TokenAccounts(
            Map<String, String> serviceAccounts, Accounts accounts, ExternalIdentities identities) {
        this.usernames =
                serviceAccounts.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getValue, Map.Entry::getKey));
        this.accounts = accounts;
        this.identities = identities;
    }

    Optional<Account> of(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(usernames.get(subject))
                .or(() -> person(token, subject))
                .flatMap(accounts::find);
    }

    private Optional<String> person(Jwt token, String subject) {
        return Optional.ofNullable(token.getIssuer())
                .map(issuer -> new ExternalIdentity(issuer.toString(), subject))
                .flatMap(identities::find);
    }
}
