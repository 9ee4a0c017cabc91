package org.unenrol.ingest.access;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.unenrol.ledger.Submitter;
import org.unenrol.platform.Account;

/** Somebody who has signed in; whether as an administrator, the access rules say. */
public final class Administrator extends User {

    private static final long serialVersionUID = 1L;

    private final transient Account account;

    Administrator(Account account, String encodedPassword) {
        super(
                account.username(),
                encodedPassword,
                List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.account = account;
    }

    /** In whose name an import runs. */
    public Submitter submitter() {
        return new Submitter(account.username(), account.name(), account.email());
    }
}
