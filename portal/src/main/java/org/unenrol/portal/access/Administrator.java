package org.unenrol.portal.access;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.unenrol.account.Account;
import org.unenrol.account.Role;
import org.unenrol.ledger.Submitter;

/**
 * Somebody who has signed in; whether as an administrator, the access rules say. Kept in sessions.
 */
public class Administrator extends User {

    private static final long serialVersionUID = 2L;

    private final String name;
    private final String email;
    private final Role role;

    protected Administrator(Account account, String encodedPassword) {
        super(
                account.username(),
                encodedPassword,
                List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.name = account.name();
        this.email = account.email();
        this.role = account.role();
    }

    /** In whose name an import runs, in the language of the request that is being answered. */
    public Submitter submitter() {
        return new Submitter(
                getUsername(), name, email, LocaleContextHolder.getLocale().toLanguageTag());
    }

    public String name() {
        return name;
    }

    /** The role at the time of signing in. */
    public Role role() {
        return role;
    }
}
