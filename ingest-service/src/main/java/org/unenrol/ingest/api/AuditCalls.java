package org.unenrol.ingest.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditFilter;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditLine;
import org.unenrol.audit.AuditTrail;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/**
 * The audit trail: a page at a time, or all that is asked for as JSON Lines, in the chain's order.
 */
@RestController
class AuditCalls {

    private static final int PAGE = 100;
    private static final String LINES = "application/x-ndjson";

    private final AuditHistory history;
    private final AuditTrail trail;

    AuditCalls(AuditHistory history, AuditTrail trail) {
        this.history = history;
        this.trail = trail;
    }

    /** Writes the page itself, as each entry has one form that is hashed. */
    @Limited(Limit.DOWNLOADS)
    @GetMapping(
            path = "/api/v1/audit",
            produces = {MediaType.APPLICATION_JSON_VALUE, LINES})
    void entries(
            @RequestParam(required = false) @Nullable AuditKind kind,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable UUID importId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long after,
            ManagedAreas areas,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE)
                    List<MediaType> accepted,
            HttpServletResponse response)
            throws IOException {
        if (!areas.isEvery()) {
            throw ProblemType.PATH_UNKNOWN.exception();
        }
        AuditFilter filter = new AuditFilter(kind, account, address, importId, from, to);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (accepted.stream()
                .anyMatch(type -> LINES.equals(type.getType() + "/" + type.getSubtype()))) {
            lines(filter, response);
        } else {
            page(filter, after, response);
        }
    }

    private void page(AuditFilter filter, @Nullable Long after, HttpServletResponse response)
            throws IOException {
        List<AuditEntry> page = history.page(filter, after, PAGE);
        String next = page.size() < PAGE ? "" : ",\"next\":" + page.get(PAGE - 1).id();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE + ";charset=UTF-8");
        response.getWriter()
                .write(
                        page.stream()
                                .map(AuditLine::of)
                                .collect(
                                        Collectors.joining(
                                                ",", "{\"entries\":[", "]" + next + "}")));
    }

    private void lines(AuditFilter filter, HttpServletResponse response) throws IOException {
        trail.record(
                AuditEvent.of(AuditKind.AUDIT_EXPORTED)
                        .with(AuditDetail.FORMAT, "jsonl")
                        .with(AuditDetail.FILTER, filter.equals(AuditFilter.ALL) ? null : filter));
        response.setContentType(LINES + ";charset=UTF-8");
        PrintWriter file = response.getWriter();
        history.forEach(filter, entry -> file.append(AuditLine.of(entry)).append('\n'));
    }
}
