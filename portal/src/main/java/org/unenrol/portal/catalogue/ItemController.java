package org.unenrol.portal.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.model.ActivityReference;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.catalogue.Catalogue;
import org.unenrol.platform.catalogue.CatalogueItem;
import org.unenrol.platform.catalogue.ReferenceChange;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecord;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;
import org.unenrol.portal.EndingImports;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.RequestLanguage;
import org.unenrol.portal.Slice;

/** The properties page of a course or a session, where its external reference is set. */
@Controller
class ItemController {

    private static final int PAGE = 50;

    private final Catalogue catalogue;
    private final LearningRecords records;
    private final AuditTrail trail;

    ItemController(Catalogue catalogue, LearningRecords records, AuditTrail trail) {
        this.catalogue = catalogue;
        this.records = records;
        this.trail = trail;
    }

    @GetMapping("/catalogue/{id}")
    String item(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "ENROLLED") String enrolment,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable UUID unenrolment,
            ManagedAreas areas,
            ImportsOf imports,
            Model model) {
        CatalogueItem item = find(areas, id);
        model.addAttribute("item", item);
        model.addAttribute("written", item.externalReference());
        model.addAttribute("search", search);
        model.addAttribute("enrolment", enrolment);
        model.addAttribute(
                "unenrolment", unenrolment == null ? null : imports.find(unenrolment).orElse(null));
        Slice<LearningRecord> learners =
                learners(areas, RecordFilter.ofActivity(id, state(enrolment), search), page);
        model.addAttribute("learners", learners);
        model.addAttribute("visible", EndingImports.visible(learners, imports));
        return "catalogue/item";
    }

    /** For whoever comes back to the address of the form. */
    @GetMapping("/catalogue/{id}/external-reference")
    String backToItem(@PathVariable long id) {
        return "redirect:/catalogue/" + id;
    }

    /** Asks before no file can name the item any longer. */
    @GetMapping("/catalogue/{id}/external-reference/remove")
    ModelAndView beforeRemovingReference(@PathVariable long id, ManagedAreas areas) {
        CatalogueItem item = find(areas, id);
        return item.externalReference() == null
                ? new ModelAndView("redirect:/catalogue/" + id)
                : new ModelAndView("catalogue/remove-reference").addObject("item", item);
    }

    /** An empty reference takes it away, once that has been asked. */
    @PostMapping("/catalogue/{id}/external-reference")
    ModelAndView setReference(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String externalReference,
            @RequestParam(defaultValue = "false") boolean removalConfirmed,
            ManagedAreas areas,
            RedirectAttributes next) {
        CatalogueItem item = find(areas, id);
        String reference = ActivityReference.of(externalReference);
        if (reference.isEmpty() && item.externalReference() != null && !removalConfirmed) {
            return new ModelAndView("redirect:/catalogue/" + id + "/external-reference/remove");
        }
        String error =
                ExternalReference.problemWith(reference)
                        .orElseGet(() -> set(areas, item, reference));
        if (error == null) {
            next.addFlashAttribute("saved", true);
            return new ModelAndView("redirect:/catalogue/" + id);
        }
        ModelAndView again = new ModelAndView("catalogue/item");
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("item", item).addObject("written", reference).addObject("error", error);
        again.addObject("search", "").addObject("enrolment", "ENROLLED");
        return again.addObject(
                "learners",
                learners(areas, RecordFilter.ofActivity(id, EnrolmentState.ENROLLED, ""), 1));
    }

    /**
     * Says nothing while an unenrolment is under way, so that nothing is read out again; once it
     * has ended, has the whole page show what has changed.
     */
    @GetMapping("/catalogue/unenrolments/{unenrolment}")
    ResponseEntity<Void> unenrolment(@PathVariable UUID unenrolment, ImportsOf imports) {
        Import known = imports.find(unenrolment).orElseThrow(NotFoundException::new);
        return known.state().hasEnded()
                ? ResponseEntity.ok().header("HX-Refresh", "true").build()
                : ResponseEntity.noContent().build();
    }

    private @Nullable String set(ManagedAreas areas, CatalogueItem item, String reference) {
        ReferenceChange change =
                trail.record(
                        () ->
                                catalogue.setReference(
                                        areas, item.id(), reference.isEmpty() ? null : reference),
                        made ->
                                made == ReferenceChange.MADE
                                        ? AuditEvent.of(AuditKind.REFERENCE_CHANGED)
                                                .about(item.id())
                                                .with(AuditDetail.BEFORE, item.externalReference())
                                                .with(AuditDetail.AFTER, reference)
                                        : null);
        return switch (change) {
            case MADE -> null;
            case TAKEN -> RequestLanguage.text("portal.reference.taken");
            case NOT_AVAILABLE -> RequestLanguage.text("portal.reference.not-available");
            case NOT_FOUND -> throw new NotFoundException();
        };
    }

    private CatalogueItem find(ManagedAreas areas, long id) {
        return catalogue.find(areas, id).orElseThrow(NotFoundException::new);
    }

    private Slice<LearningRecord> learners(ManagedAreas areas, RecordFilter filter, int page) {
        return Slice.page(
                page, PAGE, (offset, limit) -> records.some(areas, filter, offset, limit));
    }

    private static @Nullable EnrolmentState state(String enrolment) {
        return switch (enrolment) {
            case "ENROLLED" -> EnrolmentState.ENROLLED;
            case "UNENROLLED" -> EnrolmentState.UNENROLLED;
            default -> null;
        };
    }
}
