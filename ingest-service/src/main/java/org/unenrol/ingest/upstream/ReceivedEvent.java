package org.unenrol.ingest.upstream;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.upstream.RequestRefusal;
import org.unenrol.ledger.upstream.RequestRow;
import org.unenrol.model.upstream.RefusalReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A CloudEvent as it was received, in binary or in structured content mode (CloudEvents Kafka
 * Protocol Binding 1.0, sections 3.2 and 3.3). Without headers, a JSON object with a {@code
 * specversion} is one in structured mode.
 *
 * @param type as the sender wrote it
 */
record ReceivedEvent(String type, JsonNode data) {

    private static final String VERSION = "1.0";
    private static final String STRUCTURED = "application/cloudevents";
    private static final String SPEC_VERSION = "specversion";

    /**
     * Reads a record.
     *
     * @throws RefusedRecordException when it is no CloudEvent 1.0 with JSON data
     */
    static ReceivedEvent of(ConsumerRecord<String, byte[]> received) {
        byte[] value = received.value();
        if (value == null) {
            throw unreadable(Unreadable.NO_VALUE, null);
        }
        JsonNode body = json(value);
        String binaryVersion = header(received, "ce_" + SPEC_VERSION);
        boolean structured =
                isStructured(received) || (binaryVersion == null && body.has(SPEC_VERSION));
        String requestId = requestIdOf(structured ? body.path("data") : body);
        String version = structured ? text(body, SPEC_VERSION) : binaryVersion;
        String type = structured ? text(body, "type") : header(received, "ce_type");
        if (version == null || type == null) {
            throw unreadable(Unreadable.NO_TYPE, requestId);
        }
        if (!VERSION.equals(version)) {
            throw new RefusedRecordException(
                    RequestRefusal.of(RefusalReason.UNSUPPORTED_VERSION, version), requestId);
        }
        JsonNode data = structured ? body.get("data") : body;
        if (data == null || !data.isObject()) {
            throw unreadable(Unreadable.NO_DATA, requestId);
        }
        return new ReceivedEvent(type, data);
    }

    private static JsonNode json(byte[] value) {
        try {
            return RequestRow.EXACT.readTree(value);
        } catch (JacksonException e) {
            throw unreadable(Unreadable.NOT_JSON, null);
        }
    }

    private static boolean isStructured(ConsumerRecord<String, byte[]> received) {
        String contentType = header(received, "content-type");
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    }

    private static @Nullable String requestIdOf(JsonNode data) {
        String id = text(data, "requestId");
        return id != null && RequestIds.isFit(id) ? id : null;
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    private static RefusedRecordException unreadable(Unreadable why, @Nullable String requestId) {
        return new RefusedRecordException(
                RequestRefusal.of(RefusalReason.UNREADABLE, why.name()), requestId);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The reasons for which a record cannot be read; each has words of its own. */
    private enum Unreadable {
        NO_VALUE,
        NOT_JSON,
        NO_TYPE,
        NO_DATA
    }
}
