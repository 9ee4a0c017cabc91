package org.unenrol.guarantees.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A request of an upstream system for the rows of a roster, sent in parts.
 *
 * @param requestId no other request has it
 */
public record RosterRequest(UpstreamSource source, String requestId, LearnerRoster roster) {

    private static final int PARTS = 4;
    private static final String HEADER =
            "Username,Activity external reference,Send unenrolment email,note\r\n";

    /** The only request of a source for a roster. */
    public static RosterRequest of(UpstreamSource source, LearnerRoster roster) {
        return new RosterRequest(source, source.id() + "-" + roster.prefix(), roster);
    }

    /** The rows, as they are asked for: the cells of each in the order of the file's columns. */
    public List<List<String>> rows() {
        return IntStream.rangeClosed(1, roster.rows())
                .mapToObj(
                        row -> {
                            List<String> cells = new ArrayList<>(roster.plainCells(row));
                            cells.add("note " + row);
                            return List.copyOf(cells);
                        })
                .toList();
    }

    /** The file that such a request becomes, none of whose cells needs quotes. */
    public byte[] file() {
        return rows().stream()
                .map(cells -> String.join(",", cells) + "\r\n")
                .collect(Collectors.joining("", HEADER, ""))
                .getBytes(UTF_8);
    }

    /** The outcome that each row is to have. */
    public List<String> expected() {
        return roster.expected(source.verifiesOnly());
    }

    /** The records: the beginning, the parts of rows and the end. */
    public List<ProducerRecord<String, byte[]>> records() {
        List<List<String>> rows = rows();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(record("import.opened", "\"mode\":\"%s\"".formatted(source.mode())));
        for (int part = 1; part <= PARTS; part++) {
            List<List<String>> piece =
                    rows.subList(rows.size() * (part - 1) / PARTS, rows.size() * part / PARTS);
            records.add(record("import.rows", "\"part\":%d,%s".formatted(part, json(piece))));
        }
        records.add(
                record("import.closed", "\"parts\":%d,\"rows\":%d".formatted(PARTS, rows.size())));
        return records;
    }

    /** The record of another request, which has no rows and is to be refused. */
    public ProducerRecord<String, byte[]> empty() {
        return new RosterRequest(source, emptyId(), roster)
                .record("import.requested", "\"mode\":\"%s\",\"rows\":[]".formatted(source.mode()));
    }

    public String emptyId() {
        return requestId + "-empty";
    }

    private static String json(List<List<String>> rows) {
        return rows.stream()
                .map(RosterRequest::object)
                .collect(Collectors.joining(",", "\"rows\":[", "]"));
    }

    private static String object(List<String> cells) {
        return """
                {"username":"%s","activityReference":"%s","sendEmail":"%s","note":"%s"}"""
                .formatted(cells.toArray());
    }

    private ProducerRecord<String, byte[]> record(String type, String members) {
        String data = "{\"requestId\":\"%s\",%s}".formatted(requestId, members);
        String event =
                """
                {"specversion":"1.0","id":"1","source":"/%s","type":"org.unenrol.%s","data":%s}"""
                        .formatted(source.id(), type, data);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        source.requests(),
                        requestId,
                        (source.isStructured() ? event : data).getBytes(UTF_8));
        if (!source.isStructured()) {
            record.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
            record.headers().add("ce_type", ("org.unenrol." + type).getBytes(UTF_8));
        }
        return record;
    }
}
