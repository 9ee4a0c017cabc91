package org.unenrol.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.unenrol.model.CloudEvent;
import org.unenrol.model.RowId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of records of one type, and, where a body is unreadable, at least whom it is
 * about.
 */
public final class Decoder<T> {

    private final ObjectReader reader;

    public Decoder(JsonMapper json, Class<T> type) {
        this.reader = json.readerFor(type);
    }

    /**
     * The body.
     *
     * @throws JacksonException when it cannot be read
     */
    public T read(ConsumerRecord<String, byte[]> received) {
        byte[] body = received.value();
        if (body == null) {
            throw new IllegalArgumentException("a record without a body");
        }
        return reader.readValue(body);
    }

    /** The row that a record is about, from its headers alone. */
    public static Optional<RowId> subject(ConsumerRecord<String, byte[]> received) {
        Header header = received.headers().lastHeader(CloudEvent.SUBJECT);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RowId.parse(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
