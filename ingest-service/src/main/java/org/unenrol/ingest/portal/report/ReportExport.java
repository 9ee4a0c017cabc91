package org.unenrol.ingest.portal.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.ingest.access.Administrator;
import org.unenrol.ingest.portal.CsvDownload;
import org.unenrol.ingest.portal.CsvLine;
import org.unenrol.ingest.portal.Wording;
import org.unenrol.platform.Activity;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecord;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;

/** Records as a file for a spreadsheet: those of the page it is exported from, all pages. */
@Controller
class ReportExport {

    private final LearningRecords records;
    private final Wording wording;

    ReportExport(LearningRecords records, Wording wording) {
        this.records = records;
        this.wording = wording;
    }

    @GetMapping("/reports/records.csv")
    void export(
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(required = false) @Nullable Long learner,
            @RequestParam(required = false) @Nullable EnrolmentState state,
            @RequestParam(defaultValue = "") String search,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletResponse response)
            throws IOException {
        PrintWriter file = CsvDownload.begin("learning-records.csv", response);
        file.print(
                CsvLine.of(
                        "Learner",
                        "Username",
                        "Type",
                        "Title",
                        "Activity external reference",
                        "Enrolment",
                        "Enrolled",
                        "Unenrolled",
                        "Result",
                        "Result recorded"));
        records.forEach(
                administrator.getUsername(),
                new RecordFilter(item, learner, state, search),
                record -> file.print(line(record)));
    }

    private String line(LearningRecord record) {
        return CsvLine.harmless(
                record.learner(),
                record.username(),
                record.kind() == Activity.Kind.COURSE ? "Course" : "Session",
                record.title(),
                record.externalReference(),
                wording.enrolment(record.state()),
                text(record.enrolledAt()),
                text(record.endedAt()),
                record.result() == null ? "" : wording.result(record.result()),
                text(record.resultAt()));
    }

    /** ISO 8601, which every spreadsheet reads the same. */
    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
