package org.unenrol.folder.watch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.unenrol.ledger.folder.Subfolder;

/**
 * The text that stands beside a file once it has had its turn.
 *
 * @param subfolder in which both are
 */
record Companion(Subfolder subfolder, Kind kind, Supplier<InputStream> content) {

    static Companion results(Supplier<InputStream> content) {
        return new Companion(Subfolder.DONE, Kind.RESULTS, content);
    }

    static Companion reason(Subfolder subfolder, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Companion(subfolder, Kind.REASON, () -> new ByteArrayInputStream(bytes));
    }

    /** The name beside that of a file. */
    String beside(String name) {
        return kind == Kind.RESULTS ? CsvNames.stem(name) + ".results.csv" : name + ".reason.txt";
    }

    enum Kind {
        RESULTS,
        REASON
    }
}
