package org.unenrol.portal.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.Submission;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Wording;
import org.unenrol.portal.access.Administrator;
import org.unenrol.service.WorkLoop;

/** Decisions of an administrator about an import: to apply what was verified, or to cancel. */
@Controller
class DecisionController {

    private final Imports imports;
    private final ImportHistory history;
    private final VerifiedRows verifiedRows;
    private final Wording wording;
    private final WorkLoop dispatchLoop;

    DecisionController(
            Imports imports,
            ImportHistory history,
            VerifiedRows verifiedRows,
            Wording wording,
            @Qualifier("dispatchLoop") WorkLoop dispatchLoop) {
        this.imports = imports;
        this.history = history;
        this.verifiedRows = verifiedRows;
        this.wording = wording;
        this.dispatchLoop = dispatchLoop;
    }

    /**
     * Asks once more, with how many learners in how many activities it is about. What has been
     * applied already is shown instead, for whoever comes back to this page.
     */
    @GetMapping("/imports/{id}/apply")
    String beforeApplying(@PathVariable UUID id, Model model, RedirectAttributes next)
            throws IOException {
        Import verified = find(id);
        Optional<Import> applied = history.latestApplying(id);
        if (applied.isPresent()) {
            next.addFlashAttribute("appliedBefore", true);
            return "redirect:/imports/" + applied.get().id();
        }
        ImportView view = view(verified);
        if (!view.isApplicable()) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("view", view);
        model.addAttribute("removal", verifiedRows.removal(verified));
        return "imports/apply";
    }

    /**
     * A verification that has been applied is not applied again by a second press of the button.
     */
    @PostMapping("/imports/{id}/apply")
    String apply(@PathVariable UUID id, @AuthenticationPrincipal Administrator administrator) {
        find(id);
        Optional<UUID> applying =
                history.latestApplying(id).map(Import::id).or(() -> begin(id, administrator));
        dispatchLoop.signal();
        return "redirect:/imports/" + applying.orElse(id);
    }

    /** By a key of its own: two presses at the same moment begin one import. */
    private Optional<UUID> begin(UUID id, Administrator administrator) {
        return imports.apply(id, administrator.submitter(), "portal: apply " + id)
                .map(Submission::importId);
    }

    /** Asks once before a real run stops half-way. */
    @GetMapping("/imports/{id}/cancel")
    String beforeCancelling(@PathVariable UUID id, Model model) {
        ImportView view = view(find(id));
        if (!view.isCancellable()) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("view", view);
        return "imports/cancel";
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(
            @PathVariable UUID id,
            @AuthenticationPrincipal Administrator administrator,
            RedirectAttributes next) {
        if (!imports.cancel(id, administrator.getUsername())) {
            next.addFlashAttribute("notCancelled", true);
        }
        return "redirect:/imports/" + id;
    }

    private ImportView view(Import known) {
        return new ImportView(known, wording, Instant.now());
    }

    private Import find(UUID id) {
        return imports.find(id).orElseThrow(NotFoundException::new);
    }
}
