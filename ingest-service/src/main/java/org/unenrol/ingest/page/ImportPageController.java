package org.unenrol.ingest.page;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;

/** Shows an import as it stands, with its downloads once there are any. */
@Controller
class ImportPageController {

    private final Imports imports;

    ImportPageController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/imports/{id}")
    String show(@PathVariable UUID id, Model model) {
        Import known =
                imports.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("known", known);
        return "import";
    }
}
