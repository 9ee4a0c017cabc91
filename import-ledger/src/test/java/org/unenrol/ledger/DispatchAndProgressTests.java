package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports from before migration 14, which keeps what changes in tables of its own. */
class DispatchAndProgressTests {

    @Test
    void areAsFarAsTheyWere() {
        DataSource database = LedgerDatabase.another("dispatch_and_progress");
        JdbcClient jdbc = JdbcClient.create(database);
        LedgerDatabase.migrate(database, "13");
        jdbc.sql(
                        """
                        insert into imports.import (id, state, mode, file_name, sha256, charset, delimiter,
                            header_row, total, submitted_by, submitter_name, submitter_email,
                            cancel_requested_at, completed_at, failure, failure_numbers, dispatch_target,
                            claimed_through, dispatched_through, rest_settled_at, lease_owner, lease_until,
                            results_owner, results_until, received, changed, progress_at, redispatches,
                            redispatch_at, waiting_since, call_millis)
                        values (gen_random_uuid(), 'FAILED', 'APPLY', 'a.csv', repeat('0', 64), 'UTF-8', ',',
                            1, 9, 'ada', 'Ada', 'ada@example.org', '2026-01-01', '2026-01-02',
                            'OUTCOME_MISSING', '{7}', 8, 7, 6, '2026-01-03',
                            '00000000-0000-0000-0000-000000000001', '2026-01-04',
                            '00000000-0000-0000-0000-000000000002', '2026-01-05', 5, 4, '2026-01-06', 3,
                            '2026-01-07', '2026-01-08', 2)
                        """)
                .update();

        LedgerDatabase.migrate(database, "14");

        assertThat(
                        jdbc.sql(
                                        """
                                        select concat_ws(' ', p.state, p.total, p.received, p.changed,
                                            p.progress_at::date, p.call_millis, p.cancel_requested_at::date,
                                            right(p.results_owner::text, 1), p.results_until::date,
                                            p.completed_at::date, p.failure, p.failure_numbers)
                                        from imports.progress p join imports.import i on i.id = p.import_id
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo(
                        "FAILED 9 5 4 2026-01-06 2 2026-01-01 2 2026-01-05 2026-01-02"
                                + " OUTCOME_MISSING {7}");
        assertThat(
                        jdbc.sql(
                                        """
                                        select concat_ws(' ', d.target, d.claimed_through, d.dispatched_through,
                                            d.rest_settled_at::date, right(d.lease_owner::text, 1),
                                            d.lease_until::date, d.waiting_since::date, d.redispatches,
                                            d.redispatch_at::date)
                                        from imports.dispatch d join imports.import i on i.id = d.import_id
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("8 7 6 2026-01-03 1 2026-01-04 2026-01-08 3 2026-01-07");
    }
}
