package org.unenrol.account;

import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, migrated. */
final class AccountsDatabase {

    static final TestDatabase SERVER =
            TestDatabase.start("accounts", "Asia/Kathmandu")
                    .with(AccountsConfiguration::migrationOf);

    private AccountsDatabase() {}

    static void clear() {
        SERVER.jdbc().sql("truncate accounts.account cascade").update();
    }
}
