package org.unenrol.ingest;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator of its own, whose imports stand in nobody else's way. */
public record BusyAccount(JdbcClient jdbc, String username) {

    private static final int MOST_IMPORTS = 500;

    /** Makes one with the password of the sample's administrator. */
    public static BusyAccount make(JdbcClient jdbc) {
        String username = "busy." + UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into accounts.account (username, username_key, name, email, role, password)
                        select :username, :username, 'Busy', 'busy@example.com', role, password
                        from accounts.account where username = 'global.admin'
                        """)
                .param("username", username)
                .update();
        return new BusyAccount(jdbc, username);
    }

    /** Has so many imports accepted that there may be no more. */
    public void beginAsManyImportsAsItMayHave() {
        jdbc.sql(
                        """
                        with made as (
                            insert into imports.import (id, mode, file_name, sha256, charset, delimiter,
                                header_row, submitted_by, submitter_name, submitter_email, language)
                            select gen_random_uuid(), 'VERIFY_ONLY', 'a.csv', repeat('0', 64), 'UTF-8', ',',
                                1, :username, 'Busy', 'busy@example.com', 'en'
                            from generate_series(1, :most)
                            returning id)
                        insert into imports.progress (import_id, total) select id, 1 from made
                        """)
                .param("username", username)
                .param("most", MOST_IMPORTS)
                .update();
    }

    /** Ends one of them. */
    public void endAnImport() {
        jdbc.sql(
                        """
                        update imports.progress set state = 'FAILED', completed_at = now()
                        where import_id = (select p.import_id from imports.progress p
                            join imports.import i on i.id = p.import_id
                            where i.submitted_by = :username and p.state = 'PROCESSING' limit 1)
                        """)
                .param("username", username)
                .update();
    }
}
