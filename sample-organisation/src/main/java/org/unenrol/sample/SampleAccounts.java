package org.unenrol.sample;

import java.util.Set;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.sample.SampleFile.Line;

/** The administrators of the organisation, and somebody who may sign in and do nothing. */
final class SampleAccounts {

    private final Accounts accounts;
    private final SampleFile people = SampleFile.read("accounts.csv");

    SampleAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Without passwords. */
    void load() {
        for (Line line : people.lines()) {
            accounts.add(accountOf(line));
            if (line.cells().size() > 3) {
                accounts.grant(line.text(0), Set.of(line.text(3).split(",")));
            }
        }
    }

    private static Account accountOf(Line line) {
        return new Account(
                line.text(0),
                line.text(1),
                line.text(0) + "@marlbridge.example",
                Role.valueOf(line.text(2)),
                null,
                null);
    }
}
