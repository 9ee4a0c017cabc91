package org.unenrol.infrastructure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it.
 *
 * @param id names it within its mailbox; sorts by time of receipt
 * @param to the addresses it is addressed to, blind copies last
 * @param messageId the Message-ID header, with its angle brackets
 * @param sentAt the Date header
 * @param text the plain text, or empty
 * @param html the HTML, or empty
 */
public record ReceivedMail(
        String id,
        Instant receivedAt,
        String from,
        List<String> to,
        String subject,
        @Nullable String messageId,
        @Nullable Instant sentAt,
        String text,
        String html) {

    /** Keeps its own copy of the addresses. */
    public ReceivedMail {
        to = List.copyOf(to);
    }
}
