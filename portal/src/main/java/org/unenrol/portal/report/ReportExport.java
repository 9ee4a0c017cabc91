package org.unenrol.portal.report;

import static org.unenrol.portal.RequestLanguage.text;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecord;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;
import org.unenrol.portal.CsvDownload;
import org.unenrol.portal.SpreadsheetTimes;
import org.unenrol.portal.Wording;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/** Records as a file for a spreadsheet: those of the page it is exported from, all pages. */
@Controller
class ReportExport {

    private final LearningRecords records;
    private final Wording wording;
    private final SpreadsheetTimes times;
    private final AuditTrail trail;

    ReportExport(
            LearningRecords records, Wording wording, SpreadsheetTimes times, AuditTrail trail) {
        this.records = records;
        this.wording = wording;
        this.times = times;
        this.trail = trail;
    }

    @Limited(Limit.DOWNLOADS)
    @GetMapping("/reports/records.csv")
    void export(
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(required = false) @Nullable Long learner,
            @RequestParam(required = false) @Nullable EnrolmentState state,
            @RequestParam(defaultValue = "") String search,
            ManagedAreas areas,
            HttpServletResponse response)
            throws IOException {
        trail.record(AuditEvent.of(AuditKind.RECORDS_EXPORTED).with(AuditDetail.LEARNER, learner));
        CsvDownload file = CsvDownload.begin("learning-records.csv", response);
        file.line(
                text("portal.column.learner"),
                text("portal.column.username"),
                text("portal.column.type"),
                text("portal.column.title"),
                text("portal.column.activity-reference"),
                text("portal.column.enrolment"),
                times.column(text("portal.column.enrolled")),
                times.column(text("portal.column.unenrolled")),
                text("portal.column.result"),
                times.column(text("portal.column.result-recorded")));
        records.forEach(
                areas,
                new RecordFilter(item, learner, state, search),
                record -> write(record, file));
    }

    private void write(LearningRecord record, CsvDownload file) {
        file.line(
                record.learner(),
                record.username(),
                wording.kind(record.kind()),
                record.title(),
                record.externalReference(),
                wording.enrolment(record.state()),
                times.cell(record.enrolledAt()),
                times.cell(record.endedAt()),
                record.result() == null ? "" : wording.result(record.result()),
                times.cell(record.resultAt()));
    }
}
