package org.unenrol.notifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.KnownAccount;
import org.unenrol.audit.Origin;
import org.unenrol.ledger.DuplicateRows;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.lifecycle.ImportLifecycle;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.model.Mode;
import org.unenrol.model.RowOutcome;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, with the ledger and the learning platform. */
public final class NotifierLedger {

    public static final TestDatabase SERVER =
            TestDatabase.start("notifier-service", "America/St_Johns")
                    .with("audit")
                    .with("imports")
                    .with(LearningPlatformConfiguration::migrationOf);
    public static final JdbcClient JDBC = SERVER.jdbc();
    public static final DataSourceTransactionManager TRANSACTIONS = SERVER.transactions();
    public static final TransactionTemplate TRANSACTION = new TransactionTemplate(TRANSACTIONS);
    public static final AuditTrail AUDIT =
            new AuditTrail(
                    JDBC,
                    TRANSACTION,
                    () -> Origin.SERVICE,
                    name -> Optional.of(new KnownAccount(1, name)));
    public static final ImportLifecycle LIFECYCLE =
            new ImportLifecycle(JDBC, new EventOutbox(JDBC, TRANSACTION));
    public static final StoredFiles FILES = new StoredFiles(JDBC);
    public static final Imports IMPORTS = new Imports(JDBC, TRANSACTION, LIFECYCLE, AUDIT);
    public static final Submitter ADA = new Submitter("ada", "Ada", "ada@example.org", "en");

    private static final String HEADER =
            "Username,Activity external reference,Send unenrolment email\r\n";

    private NotifierLedger() {}

    /** Leaves nothing but the schemas. */
    public static void clear() {
        JDBC.sql(
                        "truncate imports.import, imports.row_outcome, imports.stored_file, imports.mail_domain"
                                + " cascade")
                .update();
        JDBC.sql("truncate lms.app_user, lms.area, lms.fenced_import cascade").update();
    }

    /** Submits a file with so many rows. */
    public static UUID submitted(String fileName, int rows, Mode mode, Submitter submitter) {
        byte[] bytes =
                (HEADER + "amelia,FIRE,No\r\n".repeat(rows)).getBytes(StandardCharsets.UTF_8);
        StoredFileWriter upload = FILES.create();
        upload.write(bytes, 0, bytes.length);
        upload.close();
        return IMPORTS.submit(
                        new NewImport(
                                upload.id(),
                                fileName,
                                upload.sha256(),
                                new Reading("UTF-8", ',', 1),
                                rows,
                                mode,
                                submitter,
                                new DuplicateRows(),
                                null))
                .importId();
    }

    public static void record(List<RowOutcome> outcomes) {
        new OutcomeRecorder(JDBC, TRANSACTION, LIFECYCLE).record(outcomes);
    }

    public static Import find(UUID id) {
        return IMPORTS.find(id).orElseThrow();
    }
}
