package org.unenrol.platform.contract.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.journal.JournalPurge;

class JournalPurgeTests {

    private static final JdbcClient JDBC = JournalDatabase.JDBC;

    @Test
    void leavesOnlyTheFenceOfAnImportThatWasClosedLongAgo() {
        UUID old = entry();
        fence(old, 91);
        UUID young = entry();
        fence(young, 89);
        UUID open = entry();

        JournalPurge purge = new JournalPurge(JDBC);
        while (purge.deleteOlderThan(Duration.ofDays(90)) > 0) {
            // Some at a time.
        }

        assertThat(
                        JDBC.sql("select import_id from journal.entry where import_id in (?, ?, ?)")
                                .params(List.of(old, young, open))
                                .query(UUID.class)
                                .list())
                .containsExactlyInAnyOrder(young, open);
        assertThat(
                        JDBC.sql("select count(*) from journal.fenced_import where import_id = ?")
                                .param(old)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private static UUID entry() {
        UUID id = UUID.randomUUID();
        JDBC.sql(
                        """
                        insert into journal.entry (import_id, "row", state, ended, answer)
                        values (?, 1, 'SETTLED', true, '{}')
                        """)
                .param(id)
                .update();
        return id;
    }

    private static void fence(UUID id, int days) {
        JDBC.sql(
                        """
                        insert into journal.fenced_import (import_id, fenced_at)
                        values (?, now() - make_interval(days => ?))
                        """)
                .params(id, days)
                .update();
    }
}
