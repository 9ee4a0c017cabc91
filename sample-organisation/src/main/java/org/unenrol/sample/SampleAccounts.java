package org.unenrol.sample;

import java.util.Set;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.sample.SampleFile.Line;

/** The administrators of the organisation, and somebody who may sign in and do nothing. */
final class SampleAccounts {

    private static final Set<String> MANAGED =
            Set.of(
                    "Health and safety",
                    "Information governance",
                    "Management and leadership",
                    "Safeguarding",
                    "Digital skills");

    private final Accounts accounts;
    private final SampleFile people = SampleFile.read("accounts.csv");

    SampleAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Without passwords. */
    void load() {
        people.lines().forEach(line -> accounts.add(accountOf(line)));
        accounts.grant("content.admin", MANAGED);
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
