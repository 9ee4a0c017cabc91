package org.unenrol.intake.results;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.csv.RowSelection;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.results.ResultsOrder;
import org.unenrol.ledger.results.ResultsText;

/** Sends the results of an import, all rows or only those to fix. */
@Component
public class ResultsDownload {

    private final StoredFiles files;
    private final ResultsText text;
    private final AuditTrail audit;

    ResultsDownload(StoredFiles files, ResultsText text, AuditTrail audit) {
        this.files = files;
        this.text = text;
        this.audit = audit;
    }

    /** Sends the results; they and the upload must still be kept. */
    public void send(Import known, RowSelection selection, String who, HttpServletResponse response)
            throws IOException {
        audit.record(
                AuditEvent.of(AuditKind.RESULTS_DOWNLOADED)
                        .by(who)
                        .about(known.id())
                        .with(AuditDetail.ROWS, selection));
        response.setContentType("text/csv;charset=" + known.file().reading().charset());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(known, selection));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (selection == RowSelection.ALL) {
            try (InputStream results =
                    files.open(Objects.requireNonNull(known.progress().resultsFile()))) {
                results.transferTo(response.getOutputStream());
            }
        } else {
            text.write(order(known), selection, () -> {}, response.getOutputStream());
        }
    }

    private static ResultsOrder order(Import known) {
        return new ResultsOrder(
                known.id(),
                known.mode(),
                Objects.requireNonNull(known.file().upload()),
                known.file().reading().charset(),
                known.rows(),
                known.submitter().language());
    }

    private static String attachment(Import known, RowSelection selection) {
        String name = known.file().name().replaceAll("(?i)\\.csv$", "");
        String suffix = selection == RowSelection.ALL ? "-results.csv" : "-rows-to-fix.csv";
        return ContentDisposition.attachment()
                .filename(name + suffix, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
