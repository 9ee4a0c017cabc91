package org.unenrol.ledger.erasure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;

/** Does erasures, an import a step. Rows are deleted by the purge, as what is no longer kept. */
public final class ErasureSteps {

    private static final String TAKE =
            """
            select id, username_key, through, done_through from imports.erasure
            where ended_at is null
            order by asked_at
            limit 1
            for update skip locked
            """;

    private static final String NEXT_IMPORT =
            """
            select i.id, i.sequence, i.upload_file, i.charset,
                p.state in ('COMPLETED', 'CANCELLED', 'FAILED') as ended,
                exists (select from imports.at_rest r where r.import_id = i.id) as at_rest
            from imports.import i join imports.progress p on p.import_id = i.id
            where i.sequence > :after and i.sequence <= :through
            order by i.sequence
            limit 1
            """;

    private static final String ERASE =
            """
            with files as (
                update imports.stored_file set released_at = now()
                where id in (
                    select upload_file from imports.import where id = :id
                    union select results_file from imports.progress where import_id = :id)),
            forgotten as (update imports.import set upload_file = null where id = :id),
            begun as (
                insert into imports.purge_task (import_id, part)
                select :id, part from unnest('{OUTCOMES,MAILS,REQUEST}'::text[]) as part
                on conflict do nothing)
            update imports.progress
            set results_file = null,
                upload_deleted_at = coalesce(upload_deleted_at, now()),
                results_deleted_at = coalesce(results_deleted_at, now()),
                outcomes_deleted_at = coalesce(outcomes_deleted_at, now()),
                mails_deleted_at = coalesce(mails_deleted_at, now())
            where import_id = :id
            """;

    private static final String NOTE =
            """
            update imports.erasure
            set done_through = :sequence, imports = imports + :imports, rows = rows + :rows,
                mails = mails + :mails
            where id = :erasure
            """;

    /** Requests that were refused are of no import. */
    private static final String END =
            """
            with refused as (
                update imports.upstream_request q set username = ''
                from imports.erasure e
                where e.id = :erasure and q.state = 'REFUSED' and lower(q.username) = e.username_key)
            update imports.erasure set ended_at = now(), username_key = null where id = :erasure
            returning asked_by, imports, rows, mails
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final Mentions mentions;

    public ErasureSteps(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.mentions = new Mentions(jdbc);
    }

    /** Does a step; false when there is none, or an import has to end first. */
    public boolean doSome() {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status ->
                                jdbc.sql(TAKE)
                                        .query(Open.class)
                                        .optional()
                                        .map(this::step)
                                        .orElse(false)));
    }

    private boolean step(Open erasure) {
        Optional<Next> next =
                jdbc.sql(NEXT_IMPORT)
                        .param("after", erasure.doneThrough())
                        .param("through", erasure.through())
                        .query(Next.class)
                        .optional();
        if (next.isEmpty()) {
            tell(jdbc.sql(END).param("erasure", erasure.id()).query(Ended.class).single());
            return true;
        }
        return next.get().ended() && look(erasure, next.get());
    }

    private void tell(Ended erasure) {
        audit.record(
                AuditEvent.of(AuditKind.ERASURE_ENDED)
                        .by(erasure.askedBy())
                        .with(AuditDetail.IMPORTS, erasure.imports())
                        .with(AuditDetail.ROWS, erasure.rows())
                        .with(AuditDetail.MAILS, erasure.mails()));
    }

    private boolean look(Open erasure, Next one) {
        UUID upload = one.uploadFile();
        List<Integer> rows =
                upload == null
                        ? mentions.recordedRows(one.id(), erasure.usernameKey())
                        : mentions.rows(upload, one.charset(), erasure.usernameKey());
        boolean named =
                !rows.isEmpty()
                        || mentions.isHinted(one.id(), erasure.usernameKey())
                        || (upload == null && mentions.hasMailsToLearners(one.id()));
        if (named && !one.atRest()) {
            return false;
        }
        note(erasure, one, named, rows);
        if (named) {
            jdbc.sql(ERASE).param("id", one.id()).update();
        }
        return true;
    }

    private void note(Open erasure, Next one, boolean named, List<Integer> rows) {
        jdbc.sql(NOTE)
                .param("sequence", one.sequence())
                .param("imports", named ? 1 : 0)
                .param("rows", rows.size())
                .param("mails", mentions.mails(one.id(), rows))
                .param("erasure", erasure.id())
                .update();
    }

    private record Open(UUID id, String usernameKey, long through, long doneThrough) {}

    private record Ended(String askedBy, int imports, int rows, int mails) {}

    private record Next(
            UUID id,
            long sequence,
            @Nullable UUID uploadFile,
            String charset,
            boolean ended,
            boolean atRest) {}
}
