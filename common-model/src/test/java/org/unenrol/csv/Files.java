package org.unenrol.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.OutcomeCode;

/** Reads and writes whole files in memory. */
final class Files {

    static final String HEADER = "Username,Activity external reference,Send unenrolment email";

    private Files() {}

    /**
     * The number of files that a test generates: the environment variable {@code
     * UNENROL_TEST_FILES}, or so many.
     */
    static int generated(int otherwise) {
        String files = System.getenv("UNENROL_TEST_FILES");
        return files == null ? otherwise : Integer.parseInt(files);
    }

    static FileFormat format(byte[] bytes) {
        try (UnenrolmentFile file = open(bytes, null)) {
            return file.format();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a service would: once more when the end of the file shows that it is not UTF-8. */
    static List<FileRow> rows(byte[] bytes) {
        try {
            return rows(bytes, null);
        } catch (NotUtf8Exception e) {
            return rows(bytes, e.charset());
        }
    }

    static List<FileRow> rows(byte[] bytes, @Nullable Charset declared) {
        try (UnenrolmentFile file = open(bytes, declared)) {
            List<FileRow> rows = new ArrayList<>();
            FileRow row;
            while ((row = file.next()) != null) {
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnenrolmentFile open(byte[] bytes, @Nullable Charset declared)
            throws IOException {
        return UnenrolmentFile.open(
                new ByteArrayInputStream(bytes), FileLimits.unlimited(), declared);
    }

    /** The results when every row has the outcome {@code UNENROLLED: Unenrolled, row n.} */
    static byte[] results(byte[] upload) {
        return results(
                upload,
                row -> new RowResult(OutcomeCode.UNENROLLED, "Unenrolled, row " + row + "."),
                RowSelection.ALL);
    }

    static byte[] results(byte[] upload, RowResults outcomes, RowSelection selection) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            int rows =
                    ResultsFile.write(
                            new ByteArrayInputStream(upload),
                            format(upload),
                            outcomes,
                            selection,
                            out);
            if (rows != rows(upload).size()) {
                throw new AssertionError("asked for " + rows + " outcomes");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
