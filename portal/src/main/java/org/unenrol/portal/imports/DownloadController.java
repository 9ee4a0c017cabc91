package org.unenrol.portal.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.unenrol.csv.RowSelection;
import org.unenrol.intake.results.ResultsDownload;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;

/** The two files of an import's page. */
@Controller
class DownloadController {

    private final Imports imports;
    private final ResultsDownload download;

    DownloadController(Imports imports, ResultsDownload download) {
        this.imports = imports;
        this.download = download;
    }

    @GetMapping("/imports/{id}/results.csv")
    void results(
            @PathVariable UUID id,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletResponse response)
            throws IOException {
        send(id, RowSelection.ALL, administrator, response);
    }

    @GetMapping("/imports/{id}/rows-to-fix.csv")
    void rowsToFix(
            @PathVariable UUID id,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletResponse response)
            throws IOException {
        send(id, RowSelection.FAILED, administrator, response);
    }

    private void send(
            UUID id, RowSelection rows, Administrator administrator, HttpServletResponse response)
            throws IOException {
        Import known =
                imports.find(id)
                        .filter(
                                one ->
                                        one.progress().resultsFile() != null
                                                && one.file().upload() != null)
                        .orElseThrow(NotFoundException::new);
        download.send(known, rows, administrator.getUsername(), response);
    }
}
