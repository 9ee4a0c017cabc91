package org.unenrol.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.model.CloudEvent;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/**
 * Reads the bodies of records of one type, and, where a body is unreadable, at least whom it is
 * about. Hand it only records that {@link BatchHandling} has let through: it believes what it
 * reads.
 */
public final class Decoder<T> {

    private static final Logger log = LoggerFactory.getLogger(Decoder.class);

    private final ObjectReader reader;
    private final Predicate<T> isWhole;

    private Decoder(Class<T> type, Predicate<T> isWhole) {
        this.reader =
                MessageJson.MAPPER
                        .readerFor(type)
                        .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .with(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        this.isWhole = isWhole;
    }

    /** Reads rows. */
    @SuppressWarnings("ConstantValue") // what is read from JSON may lack parts
    public static Decoder<UnenrolRow> ofRows() {
        return new Decoder<>(
                UnenrolRow.class,
                row ->
                        row.importId() != null
                                && row.row() > 0
                                && row.mode() != null
                                && row.submittedAt() != null
                                && row.submittedBy() != null);
    }

    /** Reads outcomes. */
    @SuppressWarnings("ConstantValue") // what is read from JSON may lack parts
    public static Decoder<RowOutcome> ofOutcomes() {
        return new Decoder<>(
                RowOutcome.class,
                outcome ->
                        outcome.importId() != null && outcome.row() > 0 && outcome.code() != null);
    }

    /** Reads what can be understood; the rest is left unanswered, and so comes again later. */
    public List<T> readAll(List<ConsumerRecord<String, byte[]>> received) {
        List<T> bodies = new ArrayList<>(received.size());
        received.forEach(one -> read(one).ifPresent(bodies::add));
        return bodies;
    }

    /**
     * Reads a body.
     *
     * @return empty for a body with a word that only a later version can know: it is not to be
     *     answered by this one
     * @throws UnreadableRecordException when the record is not what its topic is for
     */
    public Optional<T> read(ConsumerRecord<String, byte[]> received) {
        byte[] value = received.value();
        if (value == null) {
            throw new UnreadableRecordException("no body", null);
        }
        try {
            return Optional.of(whole(reader.readValue(value)));
        } catch (InvalidFormatException e) {
            if (e.getTargetType().isEnum() && e.getValue() instanceof String) {
                tell(received);
                return Optional.empty();
            }
            throw new UnreadableRecordException("not readable", e);
        } catch (InvalidTypeIdException e) {
            if (e.getTypeId() != null) {
                tell(received);
                return Optional.empty();
            }
            throw new UnreadableRecordException("not readable", e);
        } catch (JacksonException e) {
            throw new UnreadableRecordException("not readable", e);
        }
    }

    private T whole(@Nullable T body) {
        if (body == null || !isWhole.test(body)) {
            throw new UnreadableRecordException("parts are missing", null);
        }
        return body;
    }

    private static void tell(ConsumerRecord<String, byte[]> received) {
        log.warn(
                "{} of {} is of a later version and left for it: update this process",
                subject(received).map(RowId::subject).orElse("a record"),
                received.topic());
    }

    /**
     * Finds how long the longest of the calls took that settled these outcomes, from their headers;
     * zero where none of them tells.
     */
    public static Duration longestCall(List<ConsumerRecord<String, byte[]>> outcomes) {
        return Duration.ofMillis(outcomes.stream().mapToLong(Decoder::callMillis).max().orElse(0));
    }

    private static long callMillis(ConsumerRecord<String, byte[]> outcome) {
        Header header = outcome.headers().lastHeader(CloudEvent.CALL_MILLIS);
        try {
            return header == null || header.value() == null
                    ? 0
                    : Integer.parseInt(new String(header.value(), StandardCharsets.UTF_8));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Finds the row that a record is about, from its headers alone. */
    public static Optional<RowId> subject(ConsumerRecord<String, byte[]> received) {
        Header header = received.headers().lastHeader(CloudEvent.SUBJECT);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RowId.parse(new String(header.value(), StandardCharsets.UTF_8)))
                    .filter(id -> id.row() > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
