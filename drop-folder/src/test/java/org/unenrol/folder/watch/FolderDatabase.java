package org.unenrol.folder.watch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests: the ledger and the accounts. */
public final class FolderDatabase {

    public static final TestDatabase SERVER =
            TestDatabase.start("drop-folder", "Asia/Kathmandu")
                    .with("audit")
                    .with("imports")
                    .with(AccountsConfiguration::migrationOf);
    public static final JdbcClient JDBC = SERVER.jdbc();
    static final Duration LEASE = Duration.ofSeconds(15);

    private FolderDatabase() {}

    /** Leaves two accounts. */
    public static void clear() {
        JDBC.sql(
                        """
                        truncate imports.import, imports.row_outcome, imports.stored_file,
                            imports.folder_file, accounts.account cascade
                        """)
                .update();
        add("ada", Role.CONTENT_ADMINISTRATOR, "de");
        add("lea", Role.NONE, null);
        new Accounts(JDBC).grant("ada", Set.of("Safety"));
    }

    static void add(String username, Role role, String language) {
        new Accounts(JDBC)
                .add(
                        new Account(
                                username,
                                "Ada Administrator",
                                username + "@example.org",
                                role,
                                language,
                                null));
    }

    /** Lets every lease run out. */
    static void letLeasesRunOut() {
        SERVER.letPass(LEASE.plusSeconds(1), "imports.folder_file", "lease_until");
    }

    static List<UUID> imports() {
        return JDBC.sql("select id from imports.import order by sequence").query(UUID.class).list();
    }
}
