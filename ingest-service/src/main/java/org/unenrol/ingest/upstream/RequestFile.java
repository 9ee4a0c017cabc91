package org.unenrol.ingest.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.unenrol.csv.CsvLine;
import org.unenrol.csv.TemplateFile;
import org.unenrol.ledger.upstream.RequestRow;
import org.unenrol.ledger.upstream.RequestRows;

/** The file that is made of a request: its rows as lines, further members as further columns. */
final class RequestFile {

    private static final List<String> MEMBERS =
            List.of(RequestRow.USERNAME, RequestRow.REFERENCE, RequestRow.SEND_EMAIL);

    private final List<String> members;
    private final String header;
    private final Iterator<Iterator<RequestRow>> parts;

    private RequestFile(Set<String> others, Iterator<Iterator<RequestRow>> parts) {
        this.members = Stream.concat(MEMBERS.stream(), others.stream()).toList();
        this.header =
                CsvLine.exactly(
                        Stream.concat(TemplateFile.columns().stream(), others.stream())
                                .toArray(String[]::new));
        this.parts = parts;
    }

    /**
     * The bytes, in UTF-8, made while they are read.
     *
     * @param beforePart is called before each part of the rows is fetched
     */
    static InputStream of(UUID request, RequestRows rows, Runnable beforePart) {
        RequestFile file = new RequestFile(rows.names(request), rows.parts(request, beforePart));
        return new SequenceInputStream(file.pieces());
    }

    @SuppressWarnings("JdkObsolete") // as a sequence of streams wants it
    private Enumeration<InputStream> pieces() {
        return new Enumeration<>() {
            private boolean begun;

            @Override
            public boolean hasMoreElements() {
                return !begun || parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                String piece = begun ? lines(parts.next()) : header;
                begun = true;
                return new ByteArrayInputStream(piece.getBytes(UTF_8));
            }
        };
    }

    private String lines(Iterator<RequestRow> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEachRemaining(
                row ->
                        lines.append(
                                CsvLine.exactly(
                                        members.stream().map(row::cell).toArray(String[]::new))));
        return lines.toString();
    }
}
