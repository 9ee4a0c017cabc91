package org.unenrol.portal.importing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Uploads that their administrator may cancel while they are being checked. Each is either
 * cancelled or taken in, whichever is asked for first, on any instance of the service.
 */
@Component
class UploadAttempts {

    private final JdbcClient jdbc;

    UploadAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when it had been cancelled before. */
    boolean takeIn(String who, String attempt) {
        return !isCancelled(id(who, attempt), false);
    }

    /** Returns false when it had been taken in before. */
    boolean cancel(String who, String attempt) {
        return isCancelled(id(who, attempt), true);
    }

    /** One for each person, so that nobody cancels what is another's. */
    private static String id(String who, String attempt) {
        String both = who + " " + attempt;
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The second to come finds, and leaves, what the first has decided. */
    private boolean isCancelled(String id, boolean wanted) {
        forgetOld();
        return jdbc.sql(
                        """
                        insert into portal.upload_attempt as known (id, cancelled)
                        values (:id, :wanted)
                        on conflict (id) do update set cancelled = known.cancelled
                        returning cancelled
                        """)
                .param("id", id)
                .param("wanted", wanted)
                .query(Boolean.class)
                .single();
    }

    private void forgetOld() {
        jdbc.sql("delete from portal.upload_attempt where decided_at < now() - interval '1 day'")
                .update();
    }
}
