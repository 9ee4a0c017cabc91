package org.unenrol.ledger.webhook;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges, by the database's clock, what becomes of deliveries of which a try has failed. */
final class FailedDeliveries {

    private static final String JUDGE =
            """
            with failing as (
                select id, attempts, least(queued_at, now()) as queued_at
                from imports.webhook_delivery
                where id = :id and attempts = :attempts and state = 'QUEUED'
                for update),
            judged as (
                select failing.*,
                       case when :kind = 'GONE'
                                 or queued_at <= now() - cast(:givenUpAfter as interval)
                            then 'GIVEN_UP' else 'QUEUED' end as state,
                       least(greatest(cast(:firstPause as interval) * power(3, least(attempts, 20) - 1),
                                      cast(:retryAfter as interval)),
                             cast(:longestPause as interval)) as pause
                from failing)
            update imports.webhook_delivery d
            set state = judged.state,
                queued_at = judged.queued_at,
                next_attempt_at = least(now() + judged.pause,
                                        judged.queued_at + cast(:givenUpAfter as interval)),
                ended_at = case when judged.state <> 'QUEUED' then now() end,
                last_status = :status,
                last_failure = :kind
            from judged
            where d.id = judged.id
            returning d.state
            """;

    private final JdbcClient jdbc;

    FailedDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WebhookState note(QueuedWebhook delivery, WebhookFailure failure, WebhookRetries retries) {
        Duration retryAfter = failure.retryAfter();
        return jdbc.sql(JUDGE)
                .param("id", delivery.id())
                .param("attempts", delivery.attempts())
                .param("kind", failure.kind().name())
                .param("status", failure.status())
                .param("retryAfter", (retryAfter == null ? Duration.ZERO : retryAfter).toString())
                .param("firstPause", retries.firstPause().toString())
                .param("longestPause", retries.longestPause().toString())
                .param("givenUpAfter", retries.givenUpAfter().toString())
                .query((row, number) -> WebhookState.valueOf(row.getString("state")))
                .optional()
                .orElse(WebhookState.QUEUED);
    }
}
