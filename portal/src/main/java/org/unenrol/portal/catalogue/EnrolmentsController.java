package org.unenrol.portal.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.csv.TemplateFile;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.catalogue.Catalogue;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;
import org.unenrol.portal.CsvDownload;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/**
 * The enrolments of an item as an unenrolment file, ready to be edited and uploaded. A name that a
 * spreadsheet would run has an apostrophe before it; uploaded with it, its row is answered as one
 * that names nobody, and told why.
 */
@Controller
class EnrolmentsController {

    private final Catalogue catalogue;
    private final LearningRecords records;
    private final AuditTrail trail;

    EnrolmentsController(Catalogue catalogue, LearningRecords records, AuditTrail trail) {
        this.catalogue = catalogue;
        this.records = records;
        this.trail = trail;
    }

    /** Sends nobody an email unless the administrator changes that. */
    @Limited(Limit.DOWNLOADS)
    @GetMapping("/catalogue/{id}/enrolments.csv")
    void enrolments(@PathVariable long id, ManagedAreas areas, HttpServletResponse response)
            throws IOException {
        String reference =
                catalogue
                        .find(areas, id)
                        .map(item -> item.externalReference())
                        .orElseThrow(NotFoundException::new);
        trail.record(AuditEvent.of(AuditKind.ENROLMENTS_EXPORTED).about(id));
        CsvDownload file = CsvDownload.begin(reference + "-enrolments.csv", response);
        file.line(TemplateFile.columns().toArray());
        records.forEach(
                areas,
                RecordFilter.ofActivity(id, EnrolmentState.ENROLLED, ""),
                learner -> file.line(learner.username(), reference, "No"));
    }
}
