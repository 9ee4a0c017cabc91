package org.unenrol.notifier.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.ledger.AuditTrail;
import org.unenrol.ledger.DuplicateRows;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.mail.MailState;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.RowOutcome.Place;
import org.unenrol.test.database.TestDatabase;

/** The outbox of all tests, with mails as imports queue them. */
final class Outbox {

    private static final DataSource DATABASE =
            TestDatabase.start("notifier-service", "America/St_Johns").dataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
    private static final EventOutbox EVENTS = new EventOutbox(JDBC, TRANSACTION);
    private static final StoredFiles FILES = new StoredFiles(JDBC);

    static final Imports IMPORTS = new Imports(JDBC, TRANSACTION, EVENTS, new AuditTrail(JDBC));
    static final MailOutbox MAILS = new MailOutbox(JDBC, TRANSACTION, new AuditTrail(JDBC));

    static {
        Flyway.configure()
                .dataSource(DATABASE)
                .schemas("imports")
                .locations("classpath:db/migration/imports")
                .load()
                .migrate();
    }

    private Outbox() {}

    static void clear() {
        JDBC.sql("truncate imports.import, imports.row_outcome, imports.stored_file cascade")
                .update();
    }

    /** An import of this file has ended; its administrator is to be told. */
    static UUID ended(String fileName, Submitter submitter) {
        UUID id = submitted(fileName, 1, submitter);
        record(List.of(RowOutcome.of(new RowId(id, 1), 2, OutcomeCode.NOT_ENROLLED, "")));
        new ResultsQueue(JDBC, TRANSACTION, EVENTS, Duration.ofMinutes(1))
                .complete(id, FILES.create().id());
        return id;
    }

    static UUID ended() {
        return ended("leavers.csv", new Submitter("ada", "Ada", "ada@example.org"));
    }

    /** Learners of an import that still goes on are to be told. */
    static UUID learners(String... addresses) {
        List<LearnerNotice> notices = new ArrayList<>();
        for (String address : addresses) {
            notices.add(new LearnerNotice(address, "Learner", "Fire drill", Place.LEFT));
        }
        return learners(notices);
    }

    static UUID learners(List<LearnerNotice> notices) {
        Submitter submitter = new Submitter("ada", "Ada", "ada@example.org");
        UUID id = submitted("leavers.csv", notices.size() + 1, submitter);
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int row = 1; row <= notices.size(); row++) {
            outcomes.add(
                    new RowOutcome(
                            id,
                            row,
                            row + 1L,
                            OutcomeCode.UNENROLLED,
                            "",
                            notices.get(row - 1),
                            null));
        }
        record(outcomes);
        return id;
    }

    private static UUID submitted(String fileName, int rows, Submitter submitter) {
        StoredFileWriter upload = FILES.create();
        upload.write(new byte[] {'x'}, 0, 1);
        upload.close();
        return IMPORTS.submit(
                        new NewImport(
                                upload.id(),
                                fileName,
                                upload.sha256(),
                                new Reading("UTF-8", ',', "Read as UTF-8.", 1),
                                rows,
                                Mode.APPLY,
                                submitter,
                                new DuplicateRows(),
                                null))
                .importId();
    }

    private static void record(List<RowOutcome> outcomes) {
        new OutcomeRecorder(JDBC, TRANSACTION).record(outcomes);
    }

    /** The states of all mails, in the order in which they were queued. */
    static List<MailState> states() {
        return JDBC.sql("select state from imports.mail order by id")
                .query((row, number) -> MailState.valueOf(row.getString(1)))
                .list();
    }

    static int inState(MailState state) {
        return (int) states().stream().filter(one -> one == state).count();
    }

    static List<String> lastErrors() {
        return JDBC.sql(
                        """
                        select distinct last_error from imports.mail where last_error is not null
                        order by last_error
                        """)
                .query(String.class)
                .list();
    }

    static int mostAttempts() {
        return JDBC.sql("select max(attempts) from imports.mail").query(Integer.class).single();
    }

    /** Puts every mail back by as much as time is to go on. */
    static void letPass(Duration time) {
        for (String column :
                List.of(
                        "next_attempt_at",
                        "message_date",
                        "queued_at",
                        "recipient_refused_at",
                        "refused_at",
                        "ended_at")) {
            JDBC.sql("update imports.mail set %1$s = %1$s - ?::interval".formatted(column))
                    .param(time.toString())
                    .update();
        }
    }
}
