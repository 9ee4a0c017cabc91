package org.unenrol.portal.credentials;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.AccountDetails;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.OneTimeLink;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.ledger.mail.AccountMail;
import org.unenrol.ledger.mail.AccountMails;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.portal.access.Passwords;

/** Links to a page on which somebody chooses a password, each in the outbox with its mail. */
@Component
public class AccountLinks {

    private static final Duration INVITATION = Duration.ofDays(7);
    private static final Duration NEW_PASSWORD = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 5;

    private final AccountDirectory directory;
    private final OneTimeLinks links;
    private final AccountMails mails;
    private final TransactionOperations transaction;
    private final AuditTrail trail;
    private final Passwords passwords;

    AccountLinks(
            AccountDirectory directory,
            OneTimeLinks links,
            AccountMails mails,
            TransactionOperations transaction,
            Passwords passwords,
            AuditTrail trail) {
        this.directory = directory;
        this.links = links;
        this.mails = mails;
        this.transaction = transaction;
        this.trail = trail;
        this.passwords = passwords;
    }

    /**
     * Adds an account and invites its owner, who needs no invitation where a provider signs in.
     *
     * @return its id; empty when the username is taken
     */
    public Optional<Long> invite(String username, AccountDetails details, Set<String> areas) {
        return requireNonNull(
                transaction.execute(
                        status -> {
                            Optional<Long> added = directory.add(username, details, areas);
                            added.flatMap(directory::find).ifPresent(this::welcome);
                            return added;
                        }));
    }

    private void welcome(AccountEntry added) {
        trail.record(
                about(AuditKind.ACCOUNT_ADDED, added)
                        .with(AuditDetail.ROLE, added.role())
                        .with(AuditDetail.AREAS, String.join(", ", added.areas())));
        if (passwords.areOn()) {
            inviteAgain(added);
        }
    }

    private static AuditEvent about(AuditKind kind, AccountEntry account) {
        return AuditEvent.of(kind)
                .about(account.id())
                .with(AuditDetail.ACCOUNT, account.username());
    }

    /** Sends an invitation; those before it work no longer. */
    public void inviteAgain(AccountEntry account) {
        transaction.executeWithoutResult(
                status -> {
                    links.makeVoid(account.id());
                    send(
                            account,
                            links.make(OneTimeLink.Kind.INVITATION, account.id(), INVITATION),
                            QueuedMail.Kind.ACCOUNT_INVITATION);
                });
    }

    /** Sends a link with which another password can be chosen. */
    public void offerNewPassword(AccountEntry account) {
        transaction.executeWithoutResult(
                status ->
                        send(
                                account,
                                links.make(
                                        OneTimeLink.Kind.NEW_PASSWORD, account.id(), NEW_PASSWORD),
                                QueuedMail.Kind.ACCOUNT_PASSWORD));
    }

    /** Sends links to somebody who has forgotten a password, a few an hour for each account. */
    public void offerNewPasswords(String usernameOrEmail) {
        directory.ofPerson(usernameOrEmail).stream()
                .filter(this::mayHaveAnother)
                .forEach(this::offerNewPassword);
    }

    private boolean mayHaveAnother(AccountEntry account) {
        return links.made(OneTimeLink.Kind.NEW_PASSWORD, account.id(), HOUR) < MOST_AN_HOUR;
    }

    private void send(AccountEntry account, String token, QueuedMail.Kind kind) {
        trail.record(about(AuditKind.PASSWORD_LINK_SENT, account));
        mails.queue(
                new AccountMail(
                        kind,
                        account.username(),
                        account.email(),
                        account.name(),
                        account.language(),
                        "/choose-password?token=" + token));
    }
}
