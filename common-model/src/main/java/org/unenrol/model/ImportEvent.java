package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A public fact about an import.
 *
 * @param outcomes how many rows have each outcome so far; codes without rows are left out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportEvent(
        UUID importId,
        Type type,
        Instant occurredAt,
        Mode mode,
        int rows,
        Map<OutcomeCode, Integer> outcomes) {

    /**
     * The kind of an event; the name in lower case is the last part of the event's {@code ce_type}.
     */
    public enum Type {
        ACCEPTED,
        COMPLETED,
        CANCELLED,
        FAILED
    }
}
