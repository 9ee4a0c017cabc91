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
import org.unenrol.ledger.ImportsOf;
import org.unenrol.portal.GoneException;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/** The two files of an import's page. */
@Controller
class DownloadController {

    private final ResultsDownload download;

    DownloadController(ResultsDownload download) {
        this.download = download;
    }

    @Limited(Limit.DOWNLOADS)
    @GetMapping("/imports/{id}/results.csv")
    void results(
            @PathVariable UUID id,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletResponse response)
            throws IOException {
        download.send(find(imports, id), RowSelection.ALL, administrator.getUsername(), response);
    }

    @Limited(Limit.DOWNLOADS)
    @GetMapping("/imports/{id}/rows-to-fix.csv")
    void rowsToFix(
            @PathVariable UUID id,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletResponse response)
            throws IOException {
        download.send(
                find(imports, id), RowSelection.FAILED, administrator.getUsername(), response);
    }

    /** One whose files are kept. */
    private static Import find(ImportsOf imports, UUID id) {
        Import known = imports.find(id).orElseThrow(NotFoundException::new);
        if (known.progress().deleted().results() != null) {
            throw new GoneException();
        }
        if (known.progress().resultsFile() == null || known.file().upload() == null) {
            throw new NotFoundException();
        }
        return known;
    }
}
