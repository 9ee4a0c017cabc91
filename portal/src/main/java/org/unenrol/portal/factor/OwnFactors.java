package org.unenrol.portal.factor;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.AccountEntry;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.access.ConfirmedIdentity;

/** The account whose second factors a request is about: that of whoever asks, and no other. */
@Component
public class OwnFactors {

    /** The page of them all. */
    public static final String PAGE = "/account/second-factor";

    private final AccountDirectory directory;
    private final ConfirmedIdentity identity;

    OwnFactors(AccountDirectory directory, ConfirmedIdentity identity) {
        this.directory = directory;
        this.identity = identity;
    }

    /**
     * Finds the account.
     *
     * @throws NotFoundException where it has no password: then its provider asks for factors
     */
    AccountEntry find(Administrator administrator) {
        return directory
                .find(administrator.getUsername())
                .filter(AccountEntry::hasPassword)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Finds the account to change.
     *
     * @throws UnconfirmedException where its owner has to show the password first
     */
    public AccountEntry findToChange(Administrator administrator, HttpServletRequest request) {
        AccountEntry known = find(administrator);
        if (!identity.isConfirmed(known.username(), request)) {
            throw new UnconfirmedException();
        }
        return known;
    }
}
