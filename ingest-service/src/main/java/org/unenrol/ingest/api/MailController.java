package org.unenrol.ingest.api;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.mail.MailReports;
import org.unenrol.portal.access.Administrator;

/** The mails of an import: how many have come how far, and the ones that failed once more. */
@RestController
@RequestMapping(path = "/api/v1/imports/{id}/mail", produces = MediaType.APPLICATION_JSON_VALUE)
class MailController {

    private final MailOutbox mails;
    private final MailReports reports;

    MailController(MailOutbox mails, MailReports reports) {
        this.mails = mails;
        this.reports = reports;
    }

    @GetMapping
    MailJson counts(@PathVariable UUID id, ImportsOf imports) {
        return MailJson.of(reports.of(known(imports, id).id()));
    }

    @PostMapping("/send-again")
    ResponseEntity<MailJson> sendAgain(
            @PathVariable UUID id,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator) {
        mails.sendAgain(known(imports, id).id(), administrator.getUsername());
        return ResponseEntity.accepted().body(MailJson.of(reports.of(id)));
    }

    private static Import known(ImportsOf imports, UUID id) {
        return imports.find(id).orElseThrow(ProblemType.IMPORT_NOT_FOUND::exception);
    }
}
