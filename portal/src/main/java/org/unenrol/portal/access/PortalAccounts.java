package org.unenrol.portal.access;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;

/** The administrators' accounts, as Spring Security asks for them. */
class PortalAccounts implements UserDetailsService {

    private final Accounts accounts;

    PortalAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        Account account = accounts.find(username).orElseThrow(PortalAccounts::unknown);
        String password = account.encodedPassword();
        if (password == null) {
            throw unknown();
        }
        return new Administrator(account, password);
    }

    private static UsernameNotFoundException unknown() {
        return new UsernameNotFoundException("no such account, or one without a password");
    }
}
