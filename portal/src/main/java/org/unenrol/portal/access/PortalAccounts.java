package org.unenrol.portal.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;

/** The administrators' accounts, as Spring Security asks for them. */
class PortalAccounts implements UserDetailsService, UserDetailsPasswordService {

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

    /** The same password, in today's encoding, after a sign-in with an older one. */
    @Override
    public UserDetails updatePassword(UserDetails known, @Nullable String encodedPassword) {
        String before = known.getPassword();
        if (before != null && encodedPassword != null) {
            accounts.encodeAnew(known.getUsername(), before, encodedPassword);
        }
        return loadUserByUsername(known.getUsername());
    }

    private static UsernameNotFoundException unknown() {
        return new UsernameNotFoundException("no such account, or one without a password");
    }
}
