package org.unenrol.account;

import org.awaitility.Awaitility;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, migrated. */
final class AccountsDatabase {

    static final TestDatabase SERVER =
            TestDatabase.start("accounts", "Asia/Kathmandu")
                    .with(AccountsConfiguration::migrationOf);
    static final TransactionOperations TRANSACTION = new TransactionTemplate(SERVER.transactions());

    private AccountsDatabase() {}

    static void clear() {
        SERVER.jdbc().sql("truncate accounts.account, accounts.one_time_link cascade").update();
    }

    static void awaitWaitingForALock() {
        Awaitility.await().until(() -> SERVER.waitingForALock() > 0);
    }
}
