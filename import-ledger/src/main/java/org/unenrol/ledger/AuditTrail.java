package org.unenrol.ledger;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what with which import, and when. Entries are only ever added. */
public final class AuditTrail {

    private final JdbcClient jdbc;

    public AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID importId, String who, String action) {
        jdbc.sql(
                        """
                        insert into imports.audit_entry (import_id, who, action)
                        values (:importId, :who, :action)
                        """)
                .param("importId", importId)
                .param("who", who)
                .param("action", action)
                .update();
    }
}
