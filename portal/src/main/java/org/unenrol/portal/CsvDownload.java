package org.unenrol.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.unenrol.csv.CsvLine;

/**
 * A CSV file that is written while it is being downloaded: UTF-8, with a mark for Excel. Whatever
 * is put into it, no spreadsheet runs.
 */
public final class CsvDownload {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PrintWriter writer;

    private CsvDownload(PrintWriter writer) {
        this.writer = writer;
    }

    /** Begins the file. */
    public static CsvDownload begin(String fileName, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        PrintWriter writer = response.getWriter();
        writer.print(BYTE_ORDER_MARK);
        return new CsvDownload(writer);
    }

    /** Adds a line; null is an empty cell, and only numbers are more than text to a spreadsheet. */
    public void line(@Nullable Object... cells) {
        writer.print(CsvLine.harmless(cells));
    }
}
