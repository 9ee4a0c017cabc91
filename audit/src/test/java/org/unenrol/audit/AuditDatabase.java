package org.unenrol.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.audit.chain.AuditChain;
import org.unenrol.audit.chain.ChainVerification;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests; Ada is the only account. */
public final class AuditDatabase {

    public static final TestDatabase SERVER =
            TestDatabase.start("audit", "Asia/Kathmandu").with("audit");
    public static final JdbcClient JDBC = SERVER.jdbc();
    public static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(SERVER.transactions());
    public static final Origin ADA = new Origin("ada", Via.PORTAL, null, "192.0.2.7");
    public static final AuditTrail TRAIL = trail(ADA);
    public static final AuditHistory HISTORY = new AuditHistory(JDBC);
    public static final AuditChain CHAIN = new AuditChain(JDBC, TRANSACTION);
    public static final ChainVerification VERIFICATION =
            new ChainVerification(JDBC, SERVER.transactions());

    private AuditDatabase() {}

    static AuditTrail trail(Origin origin) {
        return new AuditTrail(
                JDBC,
                TRANSACTION,
                () -> origin,
                name ->
                        name.equalsIgnoreCase("ada")
                                ? Optional.of(new KnownAccount(7, "Ada"))
                                : Optional.empty());
    }

    /** Leaves an empty trail, as only who may switch triggers off can. */
    public static void clear() {
        tamper("truncate audit.entry restart identity");
        JDBC.sql("delete from audit.chain").update();
        JDBC.sql("insert into audit.chain default values").update();
    }

    /** Does what the database refuses to anybody but its owner. */
    public static void tamper(String sql) {
        JDBC.sql("alter table audit.entry disable trigger user").update();
        JDBC.sql(sql).update();
        JDBC.sql("alter table audit.entry enable trigger user").update();
    }

    /** Adds that many entries and chains them. */
    public static void chained(int entries) {
        for (int i = 0; i < entries; i++) {
            TRAIL.record(AuditEvent.of(AuditKind.IMPORT_SUBMITTED).about(UUID.randomUUID()));
        }
        chainAll();
    }

    public static void chainAll() {
        boolean chained = true;
        while (chained) {
            chained = CHAIN.chainSome();
        }
    }

    static List<AuditEntry> all() {
        return HISTORY.page(AuditFilter.ALL, null, 1_000);
    }
}
