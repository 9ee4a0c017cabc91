package org.unenrol.portal.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditLine;
import org.unenrol.audit.AuditTrail;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.CsvDownload;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Wording;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/**
 * The audit trail as files, in the order of its chain: for a spreadsheet, and as JSON Lines, by
 * which the chain can be verified.
 */
@Controller
class AuditExport {

    private final AuditHistory history;
    private final AuditTrail trail;
    private final Wording wording;

    AuditExport(AuditHistory history, AuditTrail trail, Wording wording) {
        this.history = history;
        this.trail = trail;
        this.wording = wording;
    }

    @Limited(Limit.DOWNLOADS)
    @GetMapping("/audit/entries.csv")
    void csv(AuditSearch search, ManagedAreas areas, HttpServletResponse response)
            throws IOException {
        check(search, areas, "csv");
        CsvDownload file = CsvDownload.begin("audit-trail.csv", response);
        file.line(
                text("portal.audit.column.sequence"),
                text("portal.audit.column.time-utc"),
                text("portal.audit.column.kind"),
                text("portal.audit.column.person"),
                text("portal.audit.column.via"),
                text("portal.audit.column.via-name"),
                text("portal.column.address"),
                text("portal.audit.column.import"),
                text("portal.audit.column.about"),
                text("portal.audit.column.details"),
                text("portal.audit.column.hash"));
        history.forEach(search.filter(wording.zone()), entry -> write(entry, file));
    }

    private static void write(AuditEntry entry, CsvDownload file) {
        AuditEntry.Link link = entry.link();
        file.line(
                link == null ? null : link.sequence(),
                AuditLine.time(entry.at()),
                entry.kind(),
                entry.account(),
                entry.via(),
                entry.viaName(),
                entry.address(),
                entry.importId(),
                entry.about(),
                new TreeMap<>(entry.details())
                        .entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("; ")),
                link == null ? null : link.hash());
    }

    @Limited(Limit.DOWNLOADS)
    @GetMapping("/audit/entries.jsonl")
    void lines(AuditSearch search, ManagedAreas areas, HttpServletResponse response)
            throws IOException {
        check(search, areas, "jsonl");
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit-trail.jsonl").build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        PrintWriter file = response.getWriter();
        history.forEach(
                search.filter(wording.zone()),
                entry -> file.append(AuditLine.of(entry)).append('\n'));
    }

    private void check(AuditSearch search, ManagedAreas areas, String format) {
        NotFoundException.unlessAll(areas);
        if (search.wrongField() != null) {
            throw new NotFoundException();
        }
        trail.record(
                AuditEvent.of(AuditKind.AUDIT_EXPORTED)
                        .with(AuditDetail.FORMAT, format)
                        .with(AuditDetail.FILTER, search.description()));
    }

    private String text(String key) {
        return wording.text(key);
    }
}
