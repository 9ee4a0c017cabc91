package org.unenrol.model.upstream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.CloudEvent;
import org.unenrol.model.Detail;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/** An answer to a request of an upstream system. */
public sealed interface RequestReply
        permits RequestReply.Accepted,
                RequestReply.Refused,
                RequestReply.RowSettled,
                RequestReply.Ended {

    String requestId();

    /** The event's type, such as {@code org.unenrol.import.accepted}. */
    @JsonIgnore
    String type();

    /** The part of the event's id that follows the source and the request. */
    @JsonIgnore
    String idSuffix();

    /**
     * The attributes of the event.
     *
     * @param source the upstream system that is answered
     */
    default CloudEvent event(String source) {
        String id = source + "/" + requestId() + "/" + idSuffix();
        return new CloudEvent(id, type(), "/unenrol", requestId(), Map.of());
    }

    /** The request has become an import. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Accepted(String requestId, UUID importId, Mode mode, int rows) implements RequestReply {

        @Override
        public String type() {
            return "org.unenrol.import.accepted";
        }

        @Override
        public String idSuffix() {
            return "accepted";
        }
    }

    /**
     * The request has changed nothing.
     *
     * @param message a sentence that says how to fix it
     * @param faults the first hundred
     * @param furtherFaults how many there are besides
     * @param variant tells several refusals of one request apart; empty for that of the request
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refused(
            String requestId,
            RefusalReason reason,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RequestFault> faults,
            int furtherFaults,
            @JsonIgnore String variant)
            implements RequestReply {

        @SuppressWarnings("NullAway") // what is read from JSON may lack them
        public Refused {
            faults = faults == null ? List.of() : List.copyOf(faults);
            variant = variant == null ? "" : variant;
        }

        /** The same, told apart from other refusals of the request. */
        public Refused asVariant(String other) {
            return new Refused(requestId, reason, message, faults, furtherFaults, other);
        }

        @Override
        public String type() {
            return "org.unenrol.import.refused";
        }

        @Override
        public String idSuffix() {
            return variant.isEmpty() ? "refused" : "refused/" + variant;
        }
    }

    /**
     * A row has its final outcome.
     *
     * @param index of the row in the whole request, counted from 0
     * @param message the outcome in words, in the language of the source
     * @param others further members of the row, as they were received
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RowSettled(
            String requestId,
            UUID importId,
            int index,
            @Nullable String username,
            @Nullable String activityReference,
            OutcomeCode code,
            List<Detail> details,
            String message,
            Map<String, Object> others)
            implements RequestReply {

        @SuppressWarnings("NullAway") // what is read from JSON may lack them
        public RowSettled {
            details = details == null ? List.of() : List.copyOf(details);
            others = others == null ? Map.of() : others;
        }

        @Override
        public String type() {
            return "org.unenrol.row.settled";
        }

        @Override
        public String idSuffix() {
            return "row/" + index;
        }
    }

    /**
     * The import has ended.
     *
     * @param outcomes how many rows have each; codes without rows are left out
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ended(
            String requestId,
            UUID importId,
            End end,
            int rows,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<OutcomeCode, Integer> outcomes)
            implements RequestReply {

        @SuppressWarnings("NullAway") // what is read from JSON may lack them
        public Ended {
            outcomes = outcomes == null ? Map.of() : outcomes;
        }

        @Override
        public String type() {
            return "org.unenrol.import." + idSuffix();
        }

        @Override
        public String idSuffix() {
            return end.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The ways in which an import ends. */
    enum End {
        COMPLETED,
        CANCELLED,
        /** For a cause outside the request. */
        FAILED
    }
}
