package org.unenrol.ingest.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.csv.RowSelection;
import org.unenrol.ingest.access.Administrator;
import org.unenrol.ledger.AuditTrail;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportState;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.results.ResultsOrder;
import org.unenrol.ledger.results.ResultsText;

/** The results file, whole or only the rows to mend, streamed. */
@RestController
class ResultsController {

    private final Imports imports;
    private final StoredFiles files;
    private final ResultsText text;
    private final AuditTrail audit;

    ResultsController(Imports imports, StoredFiles files, ResultsText text, AuditTrail audit) {
        this.imports = imports;
        this.files = files;
        this.text = text;
        this.audit = audit;
    }

    @Operation(
            summary =
                    "The uploaded file with the outcome of each row; only=failed: the rows to mend")
    @GetMapping("/api/v1/imports/{id}/results.csv")
    void results(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String only,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletResponse response)
            throws IOException {
        Import known = imports.find(id).orElseThrow(ApiProblem.IMPORT_NOT_FOUND::exception);
        UUID resultsFile = resultsOf(known);
        audit.add(id, administrator.getUsername(), "downloaded the results");
        boolean failedOnly = "failed".equals(only);
        response.setContentType("text/csv;charset=" + known.reading().charset());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(known, failedOnly));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (failedOnly) {
            writeRowsToMend(known, response.getOutputStream());
        } else {
            try (InputStream results = files.open(resultsFile)) {
                results.transferTo(response.getOutputStream());
            }
        }
    }

    private static UUID resultsOf(Import known) {
        UUID resultsFile = known.resultsFile();
        if (resultsFile != null) {
            return resultsFile;
        }
        if (known.state() == ImportState.FAILED) {
            throw ApiProblem.RESULTS_NOT_MADE.exception();
        }
        throw (known.state().hasEnded() ? ApiProblem.RESULTS_GONE : ApiProblem.RESULTS_NOT_READY)
                .exception();
    }

    private void writeRowsToMend(Import known, OutputStream out) throws IOException {
        @Nullable UUID upload = known.uploadFile();
        if (upload == null) {
            throw ApiProblem.RESULTS_GONE.exception();
        }
        ResultsOrder order =
                new ResultsOrder(known.id(), upload, known.reading().charset(), known.rows());
        text.write(order, RowSelection.FAILED, () -> {}, out);
    }

    private static String attachment(Import known, boolean failedOnly) {
        String name = known.fileName().replaceAll("(?i)\\.csv$", "");
        return ContentDisposition.attachment()
                .filename(
                        name + (failedOnly ? "-rows-to-mend.csv" : "-results.csv"),
                        StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
