package org.unenrol.ledger.upstream;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of sources that nobody can be answered about, as they do not tell their request. */
public final class SetAsideRecords {

    private final JdbcClient jdbc;

    public SetAsideRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a record, once.
     *
     * @param position its place on the topic
     */
    public void add(String source, String position, String reason) {
        jdbc.sql(
                        """
                        insert into imports.upstream_set_aside (source, position, reason)
                        values (:source, :position, :reason)
                        on conflict do nothing
                        """)
                .param("source", source)
                .param("position", position)
                .param("reason", reason)
                .update();
    }
}
