package org.unenrol.messaging;

import org.unenrol.model.CloudEvent;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.Topics;
import org.unenrol.model.UnenrolRow;
import org.unenrol.model.UsernameKey;
import org.unenrol.model.upstream.RequestReply;

/**
 * Something to be published: where to, in which order relative to what (the key), and what it says.
 *
 * @param key records with the same key keep their order
 */
public record Message(String topic, String key, CloudEvent event, Object body) {

    public static Message of(UnenrolRow row) {
        String username = row.username();
        String key = username == null ? row.id().subject() : UsernameKey.of(username);
        return new Message(Topics.ROWS, key, CloudEvent.of(row), row);
    }

    public static Message of(RowOutcome outcome) {
        return of(outcome, 0);
    }

    /**
     * Of an outcome.
     *
     * @param callMillis how long the call to the platform took that settled it; zero where that is
     *     not worth telling
     */
    public static Message of(RowOutcome outcome, long callMillis) {
        return new Message(
                Topics.OUTCOMES,
                outcome.importId().toString(),
                CloudEvent.of(outcome, callMillis),
                outcome);
    }

    public static Message of(ImportEvent event) {
        return new Message(
                Topics.IMPORT_EVENTS, event.importId().toString(), CloudEvent.of(event), event);
    }

    /**
     * Of an answer to an upstream system.
     *
     * @param source that system
     */
    public static Message of(RequestReply reply, String source) {
        return new Message(Topics.repliesTo(source), reply.requestId(), reply.event(source), reply);
    }
}
