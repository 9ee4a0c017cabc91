package org.unenrol.ingest.problem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.unenrol.ingest.CsvFile;
import org.unenrol.ingest.RawHttp;

/** A request that is answered with a problem. */
record ProblemRequest(String start, List<String> headers, String body) {

    private static final String CSV = "Content-Type: text/csv";

    static ProblemRequest call(String start, String... headers) {
        return new ProblemRequest(start, List.of(headers), "");
    }

    /** An upload of this file. */
    static ProblemRequest file(String content) {
        return posting(content, CSV);
    }

    /** An upload of a file with the usual header. */
    static ProblemRequest rows(String rows) {
        return file(CsvFile.HEADER + "\n" + rows);
    }

    static ProblemRequest posting(String content, String... headers) {
        return new ProblemRequest(
                "POST /api/v1/imports?verifyOnly=true", List.of(headers), content);
    }

    /** A form with these parts. */
    static ProblemRequest form(String parts) {
        return posting(
                parts + "--limit--\r\n", "Content-Type: multipart/form-data; boundary=limit");
    }

    RawHttp.Answer send(RawHttp server, String language) {
        List<String> all = new ArrayList<>(headers);
        all.add("Accept-Language: " + language);
        return server.send(start, all, body.getBytes(StandardCharsets.UTF_8));
    }
}
