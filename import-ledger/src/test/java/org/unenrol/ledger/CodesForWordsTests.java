package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sentences of imports from before migration 13. */
class CodesForWordsTests {

    @Test
    void makesCodesAndValuesOfSentencesThatWereStored() {
        DataSource database = LedgerDatabase.another("codes_for_words");
        JdbcClient jdbc = JdbcClient.create(database);
        LedgerDatabase.migrate(database, "12");
        insert(jdbc, null, "submitted");
        insert(jdbc, "The stored file can no longer be read.", "downloaded the results");
        insert(jdbc, "Row 7 has no outcome.", "submitted to apply 1-2");
        insert(jdbc, "The stored file has 3 rows instead of 4.", "sent mails again: 12");

        LedgerDatabase.migrate(database, "13");

        assertThat(
                        jdbc.sql(
                                        """
                                        select concat_ws(' ', i.failure, i.failure_numbers, e.action, e.about)
                                        from imports.import i join imports.audit_entry e on e.import_id = i.id
                                        order by i.sequence
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "{} SUBMITTED",
                        "FILE_UNREADABLE {} RESULTS_DOWNLOADED",
                        "OUTCOME_MISSING {7} APPLIED 1-2",
                        "OTHER_NUMBER_OF_ROWS {3,4} MAILS_SENT_AGAIN 12");
    }

    private static void insert(JdbcClient jdbc, String failure, String action) {
        jdbc.sql(
                        """
                        with made as (
                            insert into imports.import (id, state, mode, file_name, sha256, charset, delimiter,
                                reading, header_row, total, dispatch_target, submitted_by, submitter_name,
                                submitter_email, failure)
                            values (gen_random_uuid(), 'PROCESSING', 'APPLY', 'a.csv', repeat('0', 64), 'UTF-8',
                                ',', 'Read as UTF-8.', 1, 1, 1, 'ada', 'Ada', 'ada@example.org', ?)
                            returning id)
                        insert into imports.audit_entry (import_id, who, action)
                        select id, 'ada', ? from made
                        """)
                .param(failure)
                .param(action)
                .update();
    }
}
