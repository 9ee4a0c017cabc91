package org.unenrol.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of who did what with which import, and when. Entries are only ever added. */
public final class AuditTrail {

    private final JdbcClient jdbc;

    public AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID importId, String who, Action action) {
        add(importId, who, action, null);
    }

    /** Adds what has been done with or to something, as the action says. */
    public void add(UUID importId, String who, Action action, @Nullable String about) {
        jdbc.sql(
                        """
                        insert into imports.audit_entry (import_id, who, action, about)
                        values (:importId, :who, :action, :about)
                        """)
                .param("importId", importId)
                .param("who", who)
                .param("action", action.name())
                .param("about", about)
                .update();
    }

    /** An action on an import. The names are stored. */
    public enum Action {
        SUBMITTED,
        /** About: the import that had verified it. */
        APPLIED,
        CANCELLED,
        RESULTS_DOWNLOADED,
        /** About: how many. */
        MAILS_SENT_AGAIN,
        /** About: the name of its address. */
        WEBHOOK_SENT_AGAIN
    }
}
