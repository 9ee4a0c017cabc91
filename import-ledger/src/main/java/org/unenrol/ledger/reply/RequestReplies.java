package org.unenrol.ledger.reply;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ImportState;
import org.unenrol.model.upstream.RequestReply;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they become true, each added to the transaction of the caller. */
public final class RequestReplies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public RequestReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells that a request has become an import. */
    public void accepted(UUID request) {
        jdbc.sql(
                        """
                        insert into imports.upstream_reply (request, type) values (:request, 'ACCEPTED')
                        on conflict do nothing
                        """)
                .param("request", request)
                .update();
    }

    /** Tells that a request, or a record of it, has changed nothing. */
    public void refused(UUID request, RequestReply.Refused reply) {
        jdbc.sql(
                        """
                        insert into imports.upstream_reply (request, type, variant, body)
                        values (:request, 'REFUSED', :variant, :body::json)
                        on conflict do nothing
                        """)
                .param("request", request)
                .param("variant", reply.variant())
                .param("body", JSON.writeValueAsString(reply))
                .update();
    }

    /** Tells the source of an import, if it came by a request, that it has ended. */
    public void ended(UUID importId, ImportState end) {
        jdbc.sql(
                        """
                        insert into imports.upstream_reply (request, type)
                        select id, :type from imports.upstream_request where import_id = :importId
                        on conflict do nothing
                        """)
                .param("importId", importId)
                .param("type", end.name())
                .update();
    }

    /** Publishes the answers to the request itself again, from the first. */
    public void again(UUID request) {
        jdbc.sql(
                        """
                        update imports.upstream_reply
                        set published_at = null, rows_through = 0, lease_owner = null, lease_until = null
                        where request = :request and variant = ''
                        """)
                .param("request", request)
                .update();
    }
}
