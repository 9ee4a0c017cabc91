package org.unenrol.portal.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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
import org.unenrol.csv.CsvLine;
import org.unenrol.csv.TemplateFile;
import org.unenrol.intake.Intake;
import org.unenrol.intake.Upload;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Mode;
import org.unenrol.platform.catalogue.Catalogue;
import org.unenrol.platform.catalogue.CatalogueItem;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecord;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.RequestLanguage;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/**
 * Unenrols a single learner by an import of one row: the same rules, the same history, the same
 * email.
 */
@Controller
class UnenrolController {

    private static final String FILE_NAME = "single-unenrolment.csv";

    private final Catalogue catalogue;
    private final LearningRecords records;
    private final Intake intake;
    private final AuditTrail trail;

    UnenrolController(
            Catalogue catalogue, LearningRecords records, Intake intake, AuditTrail trail) {
        this.catalogue = catalogue;
        this.records = records;
        this.intake = intake;
        this.trail = trail;
    }

    @GetMapping("/catalogue/{id}/learners/{learnerId}/unenrol")
    ModelAndView ask(
            @PathVariable long id,
            @PathVariable long learnerId,
            ManagedAreas areas,
            RedirectAttributes next) {
        LearningRecord learner = learner(areas, id, learnerId);
        return learner.state() == EnrolmentState.ENROLLED
                ? page(item(areas, id), learner).addObject("key", UUID.randomUUID())
                : notEnrolled(id, learner, next);
    }

    @Limited(Limit.IMPORTS)
    @PostMapping("/catalogue/{id}/learners/{learnerId}/unenrol")
    ModelAndView unenrol(
            @PathVariable long id,
            @PathVariable long learnerId,
            @RequestParam(defaultValue = "") String sendEmail,
            @RequestParam UUID key,
            @AuthenticationPrincipal Administrator administrator,
            ManagedAreas areas,
            RedirectAttributes next)
            throws IOException {
        CatalogueItem item = item(areas, id);
        LearningRecord learner = learner(areas, id, learnerId);
        if (learner.state() != EnrolmentState.ENROLLED) {
            return notEnrolled(id, learner, next);
        }
        String reference = item.externalReference();
        if (reference == null || !List.of("Yes", "No").contains(sendEmail)) {
            ModelAndView again = page(item, learner).addObject("key", key);
            again.addObject(
                    "error",
                    RequestLanguage.text(
                            reference == null
                                    ? "portal.unenrol.no-reference"
                                    : "portal.unenrol.select-email"));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        String row = CsvLine.exactly(learner.username(), reference, sendEmail);
        UUID importId = intake.take(oneRow(row, key, administrator)).importId();
        trail.record(
                AuditEvent.of(AuditKind.LEARNER_UNENROLLED)
                        .about(id)
                        .about(importId)
                        .with(AuditDetail.LEARNER, learnerId));
        return new ModelAndView("redirect:/catalogue/" + id + "?unenrolment=" + importId);
    }

    /** Another tab, or a page from before: unenrolling again would only send another email. */
    private static ModelAndView notEnrolled(
            long id, LearningRecord learner, RedirectAttributes next) {
        next.addFlashAttribute("notEnrolled", learner.learner());
        return new ModelAndView("redirect:/catalogue/" + id);
    }

    private static Upload oneRow(String row, @Nullable UUID key, Administrator administrator) {
        String file = new String(TemplateFile.bytes(), StandardCharsets.UTF_8) + row;
        return new Upload(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                FILE_NAME,
                StandardCharsets.UTF_8,
                Mode.APPLY,
                administrator.submitter(),
                "unenrolment " + key);
    }

    private static ModelAndView page(CatalogueItem item, LearningRecord learner) {
        return new ModelAndView("catalogue/unenrol")
                .addObject("item", item)
                .addObject("learner", learner);
    }

    private CatalogueItem item(ManagedAreas areas, long id) {
        return catalogue.find(areas, id).orElseThrow(NotFoundException::new);
    }

    private LearningRecord learner(ManagedAreas areas, long id, long learnerId) {
        RecordFilter one = new RecordFilter(id, learnerId, null, "");
        return records.some(areas, one, 0, 1).stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
