package org.unenrol.account;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, migrated. */
final class AccountsDatabase {

    private static final TestDatabase SERVER = TestDatabase.start("accounts", "Asia/Kathmandu");

    static final JdbcClient JDBC = JdbcClient.create(SERVER.dataSource());

    static {
        AccountsConfiguration.migrationOf(SERVER.dataSource()).migrate();
    }

    private AccountsDatabase() {}

    /** Another database on the same server, empty. */
    static DataSource empty(String name) {
        JDBC.sql("create database " + name).update();
        return SERVER.dataSource(name);
    }

    static void clear() {
        JDBC.sql("truncate accounts.account cascade").update();
    }
}
