package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;

/**
 * Sign-ins of which the password is done and the second factor is not, for ten minutes in the
 * session. They end with another password, and when the account is disabled.
 */
@Component
public class PendingSignIns {

    private static final String ATTRIBUTE = "org.unenrol.pending";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Clock clock = Clock.systemUTC();

    PendingSignIns(Accounts accounts) {
        this.accounts = accounts;
    }

    void begin(String username, HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        accounts.find(username)
                .flatMap(PendingSignIns::password)
                .ifPresent(
                        password ->
                                request.getSession()
                                        .setAttribute(
                                                ATTRIBUTE,
                                                new PendingSignIn(
                                                        username, password, clock.instant())));
    }

    /** The account that waits for its second factor; empty where none does. */
    public Optional<Account> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending)) {
            return Optional.empty();
        }
        return pending.since().plus(KEPT).isBefore(clock.instant())
                ? Optional.empty()
                : accounts.find(pending.username())
                        .filter(
                                account ->
                                        password(account)
                                                .filter(pending.password()::equals)
                                                .isPresent());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    private static Optional<String> password(Account account) {
        return Optional.ofNullable(account.encodedPassword()).map(SignInPlace::hash);
    }
}
