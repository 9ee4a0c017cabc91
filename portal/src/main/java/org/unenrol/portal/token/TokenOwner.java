package org.unenrol.portal.token;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.model.ManagedAreas;

/**
 * The account that a token is to act for: the own one, or, for a Global administrator, one without
 * a password, which is a service's.
 */
@Component
class TokenOwner {

    private final Accounts accounts;

    TokenOwner(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The username; empty where it is not to be had. */
    Optional<String> of(String own, ManagedAreas areas, TokenRequest asked) {
        if (asked.account().isEmpty() || !areas.isEvery()) {
            return Optional.of(own);
        }
        return accounts.find(asked.account())
                .filter(account -> account.role() != Role.NONE)
                .filter(
                        account ->
                                account.encodedPassword() == null || account.username().equals(own))
                .map(Account::username);
    }
}
