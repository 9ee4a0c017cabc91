package org.unenrol.ledger.lifecycle;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.ledger.event.WebhookEvents;
import org.unenrol.ledger.reply.RequestReplies;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.ImportState;

/**
 * Every transition of an import from one state to another, with what it brings about: its event,
 * the mail to its submitter, the answer to an upstream system and what webhooks tell of it. Each is
 * one conditional statement, so that of several callers exactly one succeeds; all run in the
 * transaction of the caller. {@code docs/architecture.md} draws them.
 */
public final class ImportLifecycle {

    private final JdbcClient jdbc;
    private final EventOutbox events;
    private final RequestReplies replies;
    private final WebhookEvents webhooks;

    public ImportLifecycle(JdbcClient jdbc, EventOutbox events) {
        this.jdbc = jdbc;
        this.events = events;
        this.replies = new RequestReplies(jdbc);
        this.webhooks = new WebhookEvents(jdbc);
    }

    /** Announces an import that has just been inserted, {@link ImportState#PROCESSING}. */
    public void accepted(UUID importId) {
        events.add(importId, ImportEvent.Type.ACCEPTED);
    }

    /**
     * Stops the dispatching of rows: what has been claimed goes on, the rest is never published.
     *
     * @return false when the import has ended, or this was asked for before
     */
    public boolean cancel(UUID importId) {
        return jdbc.sql(
                                """
                                with asked as (
                                    update imports.progress set cancel_requested_at = now()
                                    where import_id = :id and state = 'PROCESSING'
                                      and cancel_requested_at is null
                                    returning import_id)
                                update imports.dispatch d set target = claimed_through
                                from asked where d.import_id = asked.import_id
                                """)
                        .param("id", importId)
                        .update()
                == 1;
    }

    /**
     * Adds outcomes to the counts of imports that are {@link ImportState#PROCESSING} and locked.
     * Those for which the last one is among them go on to {@link ImportState#BUILDING_RESULTS}.
     *
     * @param longestCall how long the platform took to settle these rows; what it took before is
     *     forgotten by and by
     * @return these
     */
    public Set<UUID> received(Collection<ReceivedOutcomes> received, Duration longestCall) {
        return jdbc
                .sql(
                        """
                        with added as (
                            select r.import_id, sum(r.rows) as rows, sum(r.changed) as changed
                            from unnest(:importIds::uuid[], :rows::int[], :changed::int[])
                                as r (import_id, rows, changed)
                            group by r.import_id)
                        update imports.progress p
                        set received = p.received + added.rows,
                            changed = p.changed + added.changed,
                            progress_at = now(),
                            call_millis = greatest(:callMillis, p.call_millis * 3 / 4),
                            state = case when p.received + added.rows = p.total
                                then 'BUILDING_RESULTS' else p.state end
                        from added
                        where p.import_id = added.import_id
                        returning p.import_id, p.state
                        """)
                .param(
                        "importIds",
                        received.stream().map(ReceivedOutcomes::importId).toArray(UUID[]::new))
                .param("rows", received.stream().mapToInt(ReceivedOutcomes::rows).toArray())
                .param("changed", received.stream().mapToInt(ReceivedOutcomes::changed).toArray())
                .param("callMillis", (int) longestCall.toMillis())
                .query(
                        (row, number) ->
                                new Moved(
                                        row.getObject("import_id", UUID.class),
                                        ImportState.valueOf(row.getString("state"))))
                .list()
                .stream()
                .filter(moved -> moved.state() == ImportState.BUILDING_RESULTS)
                .map(Moved::importId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes outcomes from the counts of an import whose results are being built, which is {@link
     * ImportState#PROCESSING} again thereby.
     */
    public void reopen(ReceivedOutcomes less) {
        jdbc.sql(
                        """
                        update imports.progress
                        set state = 'PROCESSING', received = received - :rows,
                            changed = changed - :changed, progress_at = now(),
                            results_owner = null, results_until = null
                        where import_id = :id and state = 'BUILDING_RESULTS'
                        """)
                .param("id", less.importId())
                .param("rows", less.rows())
                .param("changed", less.changed())
                .update();
    }

    /**
     * Ends an import: its results can be read. A cancel that came when every row had had its turn
     * has cancelled nothing.
     *
     * @return whether it is {@link ImportState#COMPLETED} or {@link ImportState#CANCELLED}; empty
     *     when somebody else has ended it
     */
    public Optional<ImportState> end(UUID importId, UUID resultsFile) {
        Optional<ImportState> ended =
                jdbc.sql(
                                """
                                update imports.progress p
                                set state = case when exists (
                                        select from imports.outcome_count c
                                        where c.import_id = p.import_id and c.code = 'NOT_PROCESSED' and c.rows > 0)
                                        then 'CANCELLED' else 'COMPLETED' end,
                                    results_file = :resultsFile, completed_at = now()
                                where import_id = :id and state = 'BUILDING_RESULTS'
                                returning state
                                """)
                        .param("id", importId)
                        .param("resultsFile", resultsFile)
                        .query(ImportState.class)
                        .optional();
        ended.ifPresent(state -> announce(importId, state));
        return ended;
    }

    /**
     * Ends an import without results.
     *
     * @return false when it had ended
     */
    public boolean fail(UUID importId, Damage cause) {
        int failed =
                jdbc.sql(
                                """
                                update imports.progress
                                set state = 'FAILED', failure = :cause,
                                    failure_numbers = :numbers::int[], completed_at = now()
                                where import_id = :id and state in ('PROCESSING', 'BUILDING_RESULTS')
                                """)
                        .param("id", importId)
                        .param("cause", cause.kind().name())
                        .param("numbers", cause.numbers().toArray(Integer[]::new))
                        .update();
        if (failed == 1) {
            announce(importId, ImportState.FAILED);
        }
        return failed == 1;
    }

    private void announce(UUID importId, ImportState end) {
        events.add(importId, ImportEvent.Type.valueOf(end.name()));
        replies.ended(importId, end);
        webhooks.importEnded(importId, end);
        jdbc.sql(
                        """
                        insert into imports.mail (kind, import_id, recipient, recipient_name, language)
                        select 'IMPORT_ENDED', id, submitter_email, submitter_name, language
                        from imports.import where id = :id and submitter_email is not null
                        on conflict do nothing
                        """)
                .param("id", importId)
                .update();
    }

    private record Moved(UUID importId, ImportState state) {}
}
