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
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.Submission;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Wording;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;
import org.unenrol.service.WorkLoop;

/** Decisions of an administrator about an import: to apply what was verified, or to cancel. */
@Controller
class DecisionController {

    private final VerifiedRows verifiedRows;
    private final Wording wording;
    private final WorkLoop dispatchLoop;

    DecisionController(
            VerifiedRows verifiedRows,
            Wording wording,
            @Qualifier("dispatchLoop") WorkLoop dispatchLoop) {
        this.verifiedRows = verifiedRows;
        this.wording = wording;
        this.dispatchLoop = dispatchLoop;
    }

    /**
     * Asks once more, with how many learners in how many activities it is about. What has been
     * applied already is shown instead, for whoever comes back to this page.
     */
    @GetMapping("/imports/{id}/apply")
    String beforeApplying(
            @PathVariable UUID id, ImportsOf imports, Model model, RedirectAttributes next)
            throws IOException {
        Import verified = find(imports, id);
        Optional<Import> applied = imports.latestApplying(id);
        if (applied.isPresent()) {
            next.addFlashAttribute("appliedBefore", true);
            return "redirect:/imports/" + applied.get().id();
        }
        ImportView view = view(verified);
        if (!view.isApplicable() || imports.hasBeenApplied(id)) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("view", view);
        model.addAttribute("removal", verifiedRows.removal(verified));
        return "imports/apply";
    }

    /**
     * A verification that has been applied is not applied again by a second press of the button.
     */
    @Limited(Limit.IMPORTS)
    @PostMapping("/imports/{id}/apply")
    String apply(
            @PathVariable UUID id,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator) {
        find(imports, id);
        Optional<UUID> applying =
                imports.hasBeenApplied(id)
                        ? imports.latestApplying(id).map(Import::id)
                        : begin(id, imports, administrator);
        dispatchLoop.signal();
        return "redirect:/imports/" + applying.orElse(id);
    }

    /** By a key of its own: two presses at the same moment begin one import. */
    private static Optional<UUID> begin(UUID id, ImportsOf imports, Administrator administrator) {
        return imports.apply(id, administrator.submitter(), "portal: apply " + id)
                .map(Submission::importId);
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
