package org.unenrol.portal.credentials;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.Accounts;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.portal.access.Sessions;

/**
 * Gives accounts the passwords that their owners have chosen. With the one before end all sessions
 * that were opened with it, and all links that would set another.
 */
@Component
public class NewPasswords {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final AuditTrail trail;

    NewPasswords(
            Accounts accounts,
            PasswordEncoder encoder,
            OneTimeLinks links,
            Sessions sessions,
            AuditTrail trail) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.links = links;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** Facts that everybody knows of the owner of an account. */
    public static List<String> known(AccountEntry account) {
        return List.of(account.username(), account.name(), account.email());
    }

    /**
     * Sets a password that has no problem.
     *
     * @param staying the id of the session that goes on; null for none
     */
    public void set(AccountEntry account, String password, @Nullable String staying) {
        String encoded = requireNonNull(encoder.encode(password));
        trail.record(
                () -> {
                    accounts.setPassword(account.username(), encoded);
                    links.makeVoid(account.id());
                },
                AuditEvent.of(AuditKind.PASSWORD_CHANGED)
                        .by(account.username())
                        .about(account.id()));
        sessions.endOthers(account.username(), staying);
    }
}
