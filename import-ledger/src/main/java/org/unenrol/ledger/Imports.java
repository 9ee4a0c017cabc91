package org.unenrol.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.ledger.lifecycle.ImportLifecycle;
import org.unenrol.model.Mode;

/**
 * All imports: begun, looked up, cancelled, for what the services do by themselves. What somebody
 * asks for goes by {@link ImportsOf}.
 */
public final class Imports {

    private static final int ROWS_PER_STATEMENT = 20_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ImportLifecycle lifecycle;
    private final AuditTrail audit;

    public Imports(
            JdbcClient jdbc,
            TransactionOperations transaction,
            ImportLifecycle lifecycle,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lifecycle = lifecycle;
        this.audit = audit;
    }

    /** Makes the import, all of it or nothing. */
    public Submission submit(NewImport submitted) {
        return transaction.execute(status -> make(submitted, status));
    }

    private Submission make(NewImport submitted, TransactionStatus status) {
        UUID id = UUID.randomUUID();
        insert(id, submitted);
        Optional<UUID> earlier = claimKey(id, submitted.submitter(), submitted.idempotencyKey());
        if (earlier.isPresent()) {
            status.setRollbackOnly();
            return Submission.repeated(find(earlier.get()).orElseThrow(), submitted::isAgain);
        }
        keepDuplicates(id, submitted);
        keepOrigins(id, submitted.origin());
        lifecycle.accepted(id);
        noteSubmission(id, submitted);
        return new Submission.Accepted(id);
    }

    /**
     * Makes an import that applies what another one has verified, from the same bytes.
     *
     * @return empty when that import is not a completed verify-only one whose file is still kept
     */
    public Optional<Submission> apply(UUID verified, Application application) {
        return transaction.execute(
                status -> {
                    hold(verified);
                    return find(verified)
                            .filter(Import::isApplicable)
                            .map(
                                    known ->
                                            make(
                                                    NewImport.applying(
                                                            known,
                                                            requireNonNull(known.file().upload()),
                                                            application),
                                                    status));
                });
    }

    /**
     * Makes an import of rows of another one, all of it or nothing.
     *
     * @return empty when the file of that import is not kept any more
     */
    public Optional<Submission> submitOf(NewImport submitted) {
        UUID origin = requireNonNull(originOf(submitted));
        return transaction.execute(
                status -> {
                    hold(origin);
                    return find(origin)
                            .filter(known -> known.file().upload() != null)
                            .map(known -> make(submitted, status));
                });
    }

    /** Finds the import that a submitter's key has given before. */
    public Optional<Import> withKey(String submitter, String key) {
        return jdbc.sql(
                        ImportRows.SELECT
                                + """
                                join imports.idempotency_key k on k.import_id = i.id
                                where k.submitted_by = :who and k.key = :key
                                """)
                .param("who", submitter)
                .param("key", key)
                .query(new ImportRows())
                .optional();
    }

    /** Likewise, as it was verified. */
    public Optional<Submission> apply(
            UUID verified, Submitter submitter, @Nullable String idempotencyKey) {
        return apply(verified, Application.by(submitter).withKey(idempotencyKey));
    }

    /** Keeps what an import has from being deleted until the transaction ends. */
    private void hold(UUID id) {
        jdbc.sql("select state from imports.progress where import_id = :id for share")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /**
     * Stops the dispatching of rows. Returns false when the import has ended or been cancelled
     * before.
     */
    public boolean cancel(UUID id, String who) {
        return cancel(id, who, null);
    }

    /** Likewise, when a source asks for it in somebody's name. */
    public boolean cancel(UUID id, String who, @Nullable String source) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            boolean cancelled = lifecycle.cancel(id);
                            if (cancelled) {
                                audit.record(
                                        AuditEvent.of(AuditKind.IMPORT_CANCELLED)
                                                .by(who)
                                                .from(source)
                                                .about(id));
                            }
                            return cancelled;
                        }));
    }

    public Optional<Import> find(UUID id) {
        return jdbc.sql(ImportRows.SELECT + "where i.id = :id")
                .param("id", id)
                .query(new ImportRows())
                .optional();
    }

    private void insert(UUID id, NewImport submitted) {
        jdbc.sql(
                        """
                        with made as (
                            insert into imports.import (id, mode, file_name, sha256, charset, delimiter,
                                header_row, upload_file, verified_by, submitted_by, submitter_name,
                                submitter_email, language, source, learner_emails, reason, origin, guarded_by)
                            values (:id, :mode, :fileName, :sha256, :charset, :delimiter,
                                :headerRow, :uploadFile, :verifiedBy, :submittedBy, :submitterName,
                                :submitterEmail, :language, :source, :learnerEmails, :reason, :origin,
                                (select coalesce(guarded_by, verified_by) from imports.import where id = :origin))
                            returning id),
                        begun as (
                            insert into imports.progress (import_id, total) select id, :total from made)
                        insert into imports.dispatch (import_id, target) select id, :total from made
                        """)
                .param("id", id)
                .param("mode", submitted.mode().name())
                .param("fileName", submitted.fileName())
                .param("sha256", submitted.sha256())
                .param("charset", submitted.reading().charset())
                .param("delimiter", String.valueOf(submitted.reading().delimiter()))
                .param("headerRow", submitted.reading().headerRow())
                .param("uploadFile", submitted.uploadFile())
                .param("total", submitted.rows())
                .param("verifiedBy", submitted.verifiedBy())
                .param("submittedBy", submitted.submitter().username())
                .param("submitterName", submitted.submitter().name())
                .param("submitterEmail", submitted.submitter().email())
                .param("language", submitted.submitter().language())
                .param("source", submitted.submitter().source())
                .param("learnerEmails", submitted.learnerEmails().name())
                .param("reason", submitted.reason())
                .param("origin", originOf(submitted))
                .update();
    }

    private void noteSubmission(UUID id, NewImport submitted) {
        UUID verified = submitted.verifiedBy();
        audit.record(
                AuditEvent.of(kindOf(submitted))
                        .by(submitted.submitter().username())
                        .from(submitted.submitter().source())
                        .about(id)
                        .with(AuditDetail.MODE, submitted.mode())
                        .with(AuditDetail.ROWS, submitted.rows())
                        .with(AuditDetail.VERIFIED, verified)
                        .with(AuditDetail.ORIGIN, originOf(submitted))
                        .with(AuditDetail.REASON, submitted.reason())
                        .with(
                                AuditDetail.LEARNER_EMAILS,
                                submitted.learnerEmails().areWanted()
                                        ? null
                                        : submitted.learnerEmails()));
    }

    private static @Nullable UUID originOf(NewImport submitted) {
        LinkedRows origin = submitted.origin();
        return origin == null ? null : origin.importId();
    }

    private static AuditKind kindOf(NewImport submitted) {
        if (submitted.mode() == Mode.TAKE_BACK) {
            return AuditKind.IMPORT_TAKEN_BACK;
        } else if (submitted.origin() != null) {
            return AuditKind.IMPORT_RUN_AGAIN;
        }
        return submitted.verifiedBy() == null
                ? AuditKind.IMPORT_SUBMITTED
                : AuditKind.IMPORT_APPLIED;
    }

    /** The rows of an import that is run again are guarded by what guards those of its origin. */
    private void keepOrigins(UUID id, @Nullable LinkedRows origin) {
        if (origin == null) {
            return;
        }
        int size = origin.rows().length;
        for (int from = 0; from < size; from += ROWS_PER_STATEMENT) {
            int to = Math.min(from + ROWS_PER_STATEMENT, size);
            jdbc.sql(
                            """
                            insert into imports.origin_row (import_id, row, origin_row, guarded_row)
                            select :id, :from + o.number, o.row, coalesce(before.guarded_row, o.row)
                            from unnest(:rows::int[]) with ordinality as o (row, number)
                            left join imports.origin_row before
                                on before.import_id = :origin and before.row = o.row
                            """)
                    .param("id", id)
                    .param("from", from)
                    .param("origin", origin.importId())
                    .param("rows", Arrays.copyOfRange(origin.rows(), from, to))
                    .update();
        }
    }

    private void keepDuplicates(UUID id, NewImport submitted) {
        if (submitted.verifiedBy() == null) {
            insertDuplicates(id, submitted.duplicates());
        } else {
            copyDuplicates(submitted.verifiedBy(), id);
        }
    }

    private void insertDuplicates(UUID id, DuplicateRows duplicates) {
        for (int from = 0; from < duplicates.size(); from += ROWS_PER_STATEMENT) {
            int to = Math.min(from + ROWS_PER_STATEMENT, duplicates.size());
            jdbc.sql(
                            """
                            insert into imports.duplicate_row (import_id, row, first_row)
                            select :id, d.row, d.first_row
                            from unnest(:rows::int[], :firstRows::int[]) as d (row, first_row)
                            """)
                    .param("id", id)
                    .param("rows", duplicates.rows(from, to))
                    .param("firstRows", duplicates.firstRows(from, to))
                    .update();
        }
    }

    private void copyDuplicates(UUID from, UUID to) {
        jdbc.sql(
                        """
                        insert into imports.duplicate_row (import_id, row, first_row)
                        select :to, row, first_row from imports.duplicate_row where import_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /**
     * Waits for a concurrent holder of the same key; then either it is ours, or its import is
     * known.
     */
    private Optional<UUID> claimKey(UUID id, Submitter submitter, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        int claimed =
                jdbc.sql(
                                """
                                insert into imports.idempotency_key (submitted_by, key, import_id)
                                values (:who, :key, :id) on conflict do nothing
                                """)
                        .param("who", submitter.username())
                        .param("key", key)
                        .param("id", id)
                        .update();
        return claimed == 1 ? Optional.empty() : Optional.of(holderOf(key, submitter));
    }

    private UUID holderOf(String key, Submitter submitter) {
        return jdbc.sql(
                        """
                        select import_id from imports.idempotency_key
                        where submitted_by = :who and key = :key
                        """)
                .param("who", submitter.username())
                .param("key", key)
                .query(UUID.class)
                .single();
    }
}
