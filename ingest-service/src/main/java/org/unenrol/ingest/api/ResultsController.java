package org.unenrol.ingest.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.csv.RowSelection;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.intake.results.ResultsDownload;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.model.ImportState;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/** The results file, whole or only the rows to fix, streamed. */
@RestController
class ResultsController {

    private final ResultsDownload download;

    ResultsController(ResultsDownload download) {
        this.download = download;
    }

    @Limited(Limit.DOWNLOADS)
    @GetMapping("/api/v1/imports/{id}/results.csv")
    void results(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String only,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletResponse response)
            throws IOException {
        RowSelection selection =
                Parameters.says("failed", "only", only) ? RowSelection.FAILED : RowSelection.ALL;
        Import known = imports.find(id).orElseThrow(ProblemType.IMPORT_NOT_FOUND::exception);
        checkReadable(known);
        if (selection == RowSelection.FAILED && known.file().upload() == null) {
            throw ProblemType.RESULTS_GONE.exception();
        }
        download.send(known, selection, administrator.getUsername(), response);
    }

    private static void checkReadable(Import known) {
        if (known.progress().resultsFile() != null) {
            return;
        }
        if (known.state() == ImportState.FAILED) {
            throw ProblemType.RESULTS_NOT_MADE.exception();
        }
        throw (known.state().hasEnded() ? ProblemType.RESULTS_GONE : ProblemType.RESULTS_NOT_READY)
                .exception();
    }
}
