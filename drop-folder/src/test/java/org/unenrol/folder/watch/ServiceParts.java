package org.unenrol.folder.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.unenrol.account.Accounts;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.KnownAccount;
import org.unenrol.audit.Origin;
import org.unenrol.csv.RowSelection;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.intake.Intake;
import org.unenrol.intake.UploadSettings;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.folder.FolderFiles;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.lifecycle.ImportLifecycle;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.ledger.results.ResultsOrder;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.results.ResultsText;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.service.WorkLoop;

/** The parts of a process of the service, with a clock that goes on as it is told. */
public final class ServiceParts {

    public final FolderWatches parts;
    final StoredFiles files;
    final Imports imports;
    private final OutcomeRecorder recorder;
    private final ResultsQueue queue;
    private final ResultsText text;
    private final AtomicLong nanoTime = new AtomicLong();

    private ServiceParts(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(database));
        ImportLifecycle lifecycle = new ImportLifecycle(jdbc, new EventOutbox(jdbc, transaction));
        AuditTrail audit =
                new AuditTrail(
                        jdbc,
                        transaction,
                        () -> Origin.SERVICE,
                        name -> Optional.of(new KnownAccount(1, name)));
        files = new StoredFiles(jdbc);
        imports = new Imports(jdbc, transaction, lifecycle, audit);
        recorder = new OutcomeRecorder(jdbc, transaction, lifecycle);
        queue = new ResultsQueue(jdbc, transaction, lifecycle, FolderDatabase.LEASE);
        text = new ResultsText(files, new RowOutcomes(jdbc));
        parts =
                new FolderWatches(
                        new Accounts(jdbc),
                        intake(files, imports),
                        imports,
                        files,
                        new FolderFiles(jdbc, FolderDatabase.LEASE),
                        audit);
    }

    public static ServiceParts running() {
        return on(FolderDatabase.SERVER.dataSource());
    }

    static ServiceParts on(DataSource database) {
        return new ServiceParts(database);
    }

    private static Intake intake(StoredFiles files, Imports imports) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(StoredFiles.class, () -> files);
            context.registerBean(Imports.class, () -> imports);
            context.registerBean(
                    UploadSettings.class,
                    () -> new UploadSettings(DataSize.ofKilobytes(900), 10_000));
            context.registerBean(
                    "dispatchLoop",
                    WorkLoop.class,
                    () ->
                            new WorkLoop(
                                    "no-dispatch",
                                    1,
                                    Duration.ofHours(1),
                                    () -> WorkLoop.Then.LATER));
            context.register(Intake.class);
            context.refresh();
            return context.getBean(Intake.class);
        }
    }

    /** A watch for which a second passes before each look, as a rule the quiet time. */
    FolderWatch watching(DropFolder place) {
        return watching(place, watched("leavers", "ada", Mode.APPLY));
    }

    FolderWatch watching(DropFolder place, WatchedFolder watched) {
        return parts.of(watched, place, () -> nanoTime.addAndGet(Duration.ofSeconds(1).toNanos()));
    }

    public static WatchedFolder watched(String name, String account, Mode mode) {
        return new WatchedFolder(
                name, mode, account, null, Duration.ofSeconds(1), Duration.ofMillis(100), "en");
    }

    /** Brings every import to its end, as the worker and the notifier would. */
    public void endImports() {
        for (UUID id : FolderDatabase.imports()) {
            Import known = imports.find(id).orElseThrow();
            if (!known.state().hasEnded()) {
                end(known);
            }
        }
    }

    private void end(Import known) {
        recorder.record(
                IntStream.rangeClosed(1, known.rows())
                        .mapToObj(
                                row ->
                                        RowOutcome.of(
                                                new RowId(known.id(), row),
                                                row + 1L,
                                                OutcomeCode.NOT_ENROLLED))
                        .toList());
        queue.complete(known.id(), results(known));
    }

    void failImport(UUID id) {
        queue.fail(id, Damage.fileUnreadable());
    }

    private UUID results(Import known) {
        try (StoredFileWriter file = files.create()) {
            text.write(
                    new ResultsOrder(
                            known.id(),
                            known.mode(),
                            known.file().upload(),
                            known.file().reading().charset(),
                            known.rows(),
                            known.submitter().language()),
                    RowSelection.ALL,
                    () -> {},
                    file);
            return file.id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The results as the ledger has them. */
    byte[] resultsOf(UUID id) throws IOException {
        return files.open(imports.find(id).orElseThrow().progress().resultsFile()).readAllBytes();
    }
}
