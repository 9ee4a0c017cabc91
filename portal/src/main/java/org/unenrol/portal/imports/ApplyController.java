package org.unenrol.portal.imports;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.Submission;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Mode;
import org.unenrol.portal.Elsewhere;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.PortalSettings;
import org.unenrol.portal.Wording;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.portal.impact.Impact;
import org.unenrol.portal.impact.Impacts;
import org.unenrol.portal.impact.Thresholds;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;
import org.unenrol.service.WorkLoop;

/**
 * The one page before a real run, whatever has led to it: whom it is about, activity by activity,
 * and the button that begins it. While the file is still being verified it tells how far that is.
 */
@Controller
class ApplyController {

    private final Impacts impacts;
    private final Thresholds thresholds;
    private final PortalSettings settings;
    private final Wording wording;
    private final WorkLoop dispatchLoop;

    ApplyController(
            Impacts impacts,
            Thresholds thresholds,
            PortalSettings settings,
            Wording wording,
            @Qualifier("dispatchLoop") WorkLoop dispatchLoop) {
        this.impacts = impacts;
        this.thresholds = thresholds;
        this.settings = settings;
        this.wording = wording;
        this.dispatchLoop = dispatchLoop;
    }

    /** What has been applied already is shown instead, for whoever comes back to this page. */
    @GetMapping("/imports/{id}/apply")
    ModelAndView before(
            @PathVariable UUID id,
            @RequestHeader(name = Elsewhere.SCRIPT, defaultValue = "false") boolean script,
            @ModelAttribute("decision") Decision decision,
            ImportsOf imports,
            ManagedAreas areas,
            RedirectAttributes next) {
        Import verified = find(imports, id);
        Optional<Import> applied = imports.latestApplying(id);
        if (applied.isPresent()) {
            next.addFlashAttribute("appliedBefore", true);
            return Elsewhere.to("/imports/" + applied.get().id(), script);
        }
        if (verified.mode() == Mode.VERIFY_ONLY && !verified.state().hasEnded()) {
            return page(verified);
        }
        Impact impact = impact(verified, imports, areas);
        return impact.isNothing()
                ? Elsewhere.to("/imports/" + id, script)
                : decision(verified, impact);
    }

    /**
     * A verification that has been applied is not applied again by a second press of the button.
     *
     * @param decision the number of learners, where it is asked for, what the run is for, and
     *     whether nobody is to be mailed
     */
    @Limited(Limit.IMPORTS)
    @PostMapping("/imports/{id}/apply")
    ModelAndView apply(
            @PathVariable UUID id,
            @ModelAttribute("decision") Decision decision,
            ImportsOf imports,
            ManagedAreas areas,
            @AuthenticationPrincipal Administrator administrator) {
        Import verified = find(imports, id);
        if (imports.hasBeenApplied(id)) {
            return elsewhere(imports.latestApplying(id).map(Import::id).orElse(id));
        }
        Impact impact = impact(verified, imports, areas);
        if (impact.isNothing()) {
            return elsewhere(id);
        }
        if (!impact.isComplete()) {
            return decision(verified, impact);
        }
        Optional<FormProblem> problem =
                decision.problem(
                        thresholds.areReachedBy(impact) ? impact.learners() : null,
                        settings.reasonRequired());
        if (problem.isPresent()) {
            ModelAndView again = decision(verified, impact).addObject("problem", problem.get());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Optional<UUID> applying =
                imports.apply(id, decision.application(id, administrator.submitter()))
                        .map(Submission::importId);
        dispatchLoop.signal();
        return elsewhere(applying.orElse(id));
    }

    /** Nothing where it cannot be applied. */
    private Impact impact(Import verified, ImportsOf imports, ManagedAreas areas) {
        return verified.isApplicable() && !imports.hasBeenApplied(verified.id())
                ? impacts.of(verified, areas)
                : Impact.NOTHING;
    }

    private ModelAndView decision(Import verified, Impact impact) {
        return page(verified)
                .addObject("impact", impact)
                .addObject("table", ImpactTable.of(impact, thresholds))
                .addObject("asked", thresholds.areReachedBy(impact))
                .addObject("reasonRequired", settings.reasonRequired());
    }

    private ModelAndView page(Import verified) {
        return new ModelAndView("imports/apply")
                .addObject("view", new ImportView(verified, wording, Instant.now()));
    }

    private static ModelAndView elsewhere(UUID id) {
        return Elsewhere.to("/imports/" + id, false);
    }

    private static Import find(ImportsOf imports, UUID id) {
        return imports.find(id).orElseThrow(NotFoundException::new);
    }
}
