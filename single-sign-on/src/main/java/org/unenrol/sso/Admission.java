package org.unenrol.sso;

import java.util.Optional;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.AssertedAccounts;
import org.unenrol.account.ExternalIdentities;
import org.unenrol.account.Role;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.access.SignInRefusal;
import org.unenrol.sso.SingleSignOnSettings.NewAccounts;

/**
 * Finds the account of whoever a provider has signed in: the one that the same person has had
 * before, else the one that has been made for them by their username, else a new one where that is
 * wanted.
 */
final class Admission {

    private final Accounts accounts;
    private final ExternalIdentities identities;
    private final AssertedAccounts asserted;
    private final NewAccounts newAccounts;
    private final AuditTrail trail;

    Admission(
            Accounts accounts,
            ExternalIdentities identities,
            AssertedAccounts asserted,
            NewAccounts newAccounts,
            AuditTrail trail) {
        this.accounts = accounts;
        this.identities = identities;
        this.asserted = asserted;
        this.newAccounts = newAccounts;
        this.trail = trail;
    }

    /**
     * Lets a person in.
     *
     * @throws SignInRefusedException when there is no account for the person, or it may do nothing
     */
    Account admit(Person person) {
        String username = identities.find(person.identity()).orElseGet(() -> link(person));
        trail.record(() -> update(username, person), changed -> changed.orElse(null));
        return accounts.find(username)
                .filter(account -> account.role() != Role.NONE)
                .orElseThrow(() -> new SignInRefusedException(SignInRefusal.NOT_AN_ADMINISTRATOR));
    }

    /** The event, where the account may do something else from now on. */
    private Optional<AuditEvent> update(String username, Person person) {
        Role before = role(username);
        ManagedAreas areasBefore = accounts.areasOf(username);
        asserted.update(username, person.name(), person.email(), person.role(), person.areas());
        Role after = role(username);
        return after == before && areasBefore.equals(accounts.areasOf(username))
                ? Optional.empty()
                : Optional.of(
                        AuditEvent.of(AuditKind.ACCOUNT_CHANGED)
                                .by(username)
                                .with(AuditDetail.ACCOUNT, username)
                                .with(AuditDetail.ROLE_BEFORE, before)
                                .with(AuditDetail.ROLE, after));
    }

    private Role role(String username) {
        return accounts.find(username).map(Account::role).orElse(Role.NONE);
    }

    private String link(Person person) {
        if (accounts.find(person.username()).isEmpty()) {
            make(person);
        }
        if (identities.link(person.username(), person.identity())) {
            return person.username();
        }
        Optional<String> linkedMeanwhile = identities.find(person.identity());
        return linkedMeanwhile.orElseThrow(
                () -> new SignInRefusedException(SignInRefusal.USERNAME_TAKEN));
    }

    private void make(Person person) {
        if (person.role() == Role.NONE) {
            throw new SignInRefusedException(SignInRefusal.NOT_AN_ADMINISTRATOR);
        }
        if (newAccounts == NewAccounts.REFUSE || person.role() == null) {
            throw new SignInRefusedException(SignInRefusal.NO_ACCOUNT);
        }
        Account account =
                new Account(
                        person.username(),
                        person.name(),
                        person.email(),
                        person.role(),
                        null,
                        null);
        trail.record(
                () -> accounts.add(account),
                AuditEvent.of(AuditKind.ACCOUNT_ADDED)
                        .with(AuditDetail.ACCOUNT, account.username())
                        .with(AuditDetail.ROLE, account.role()));
    }
}
