package org.unenrol.portal.imports;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Wording;

/** The decision to cancel an import. */
@Controller
class CancelController {

    private final Wording wording;

    CancelController(Wording wording) {
        this.wording = wording;
    }

    /** Asks once before a real run stops half-way. */
    @GetMapping("/imports/{id}/cancel")
    String beforeCancelling(@PathVariable UUID id, ImportsOf imports, Model model) {
        ImportView view = view(find(imports, id));
        if (!view.isCancellable()) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("view", view);
        return "imports/cancel";
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(@PathVariable UUID id, ImportsOf imports, RedirectAttributes next) {
        find(imports, id);
        if (!imports.cancel(id)) {
            next.addFlashAttribute("notCancelled", true);
        }
        return "redirect:/imports/" + id;
    }

    private ImportView view(Import known) {
        return new ImportView(known, wording, Instant.now());
    }

    private static Import find(ImportsOf imports, UUID id) {
        return imports.find(id).orElseThrow(NotFoundException::new);
    }
}
