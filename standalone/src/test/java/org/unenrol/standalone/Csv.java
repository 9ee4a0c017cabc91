package org.unenrol.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files for tests, and the plain reading of results, independent of the product's own. */
final class Csv {

    static final String HEADER = "Username,Activity external reference,Send unenrolment email";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    static Csv file() {
        return new Csv();
    }

    Csv row(String username, String reference, String email) {
        lines.add(username + "," + reference + "," + email);
        return this;
    }

    /** Rows for generated learners 1..n of one activity. */
    Csv rows(Learners.Cohort cohort, int from, int through) {
        for (int i = from; i <= through; i++) {
            row(cohort.username(i), cohort.reference(), "No");
        }
        return this;
    }

    byte[] bytes() {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The outcome codes of a results file whose cells have no line breaks, in order. */
    static List<String> outcomes(byte[] results) {
        return lines(results).stream()
                .skip(1)
                .map(line -> line.replaceFirst("^.*,\"?([A-Z_]+): .*$", "$1"))
                .toList();
    }

    /** A results file without its last column, whose cells have commas only inside quotes. */
    static String withoutLastColumn(byte[] results) {
        StringBuilder upload = new StringBuilder();
        for (String line : lines(results)) {
            upload.append(line.replaceFirst(",(\"[^\"]*\"|[^\",]*)$", "")).append("\r\n");
        }
        return upload.toString();
    }

    static List<String> lines(byte[] results) {
        return List.of(new String(results, StandardCharsets.UTF_8).split("\r\n"));
    }
}
