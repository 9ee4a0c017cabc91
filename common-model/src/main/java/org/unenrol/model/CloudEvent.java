package org.unenrol.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The attributes of a message as CloudEvents 1.0 puts them into Kafka headers in binary content
 * mode (CloudEvents Kafka Protocol Binding 1.0, section 3.2).
 *
 * @param id deterministic: the same fact always has the same id, so that receivers can drop repeats
 * @param type names what the message is, never a Java class
 * @param extensions further headers, by their names
 */
public record CloudEvent(
        String id, String type, String source, String subject, Map<String, String> extensions) {

    public static final String SUBJECT = "ce_subject";

    /** Of an outcome: how long the call to the platform took that settled it. */
    public static final String CALL_MILLIS = "ce_callmillis";

    /** All headers that {@link #headers()} can have. */
    public static final List<String> NAMES =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_type",
                    "ce_source",
                    SUBJECT,
                    "content-type",
                    CALL_MILLIS);

    private static final String TYPE_PREFIX = "org.unenrol.";

    public static CloudEvent of(UnenrolRow row) {
        String subject = row.id().subject();
        return new CloudEvent(
                subject, TYPE_PREFIX + "row.unenrol", "/ingest-service", subject, Map.of());
    }

    /**
     * Of an outcome.
     *
     * @param callMillis how long the call to the platform took that settled it; zero where that is
     *     not worth telling
     */
    public static CloudEvent of(RowOutcome outcome, long callMillis) {
        String subject = outcome.id().subject();
        return new CloudEvent(
                subject + "/outcome",
                TYPE_PREFIX + "row.settled",
                "/unenrol-worker",
                subject,
                callMillis == 0 ? Map.of() : Map.of(CALL_MILLIS, Long.toString(callMillis)));
    }

    public static CloudEvent of(ImportEvent event) {
        String name = event.type().name().toLowerCase(Locale.ROOT);
        return new CloudEvent(
                event.importId() + "/" + name,
                TYPE_PREFIX + "import." + name,
                "/notifier-service",
                event.importId().toString(),
                Map.of());
    }

    /** Header names and values, in the order of the specification. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put(SUBJECT, subject);
        headers.put("content-type", "application/json");
        headers.putAll(extensions);
        return headers;
    }
}
