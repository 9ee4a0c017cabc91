package org.unenrol.ingest.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.access.CallScope;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.intake.RowsAgain;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.Submission;
import org.unenrol.model.Mode;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/** Makes imports of rows of other imports: takes them back, or runs them again. */
@RestController
@RequestMapping(path = "/api/v1/imports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class RowsAgainController {

    private final RowsAgain rowsAgain;

    RowsAgainController(RowsAgain rowsAgain) {
        this.rowsAgain = rowsAgain;
    }

    @Limited(Limit.IMPORTS)
    @PostMapping("/take-back")
    ResponseEntity<ImportJson> takeBack(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<Integer> rows,
            @RequestParam(defaultValue = "false") boolean learnerEmails,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        Import known = kept(imports, id);
        if (known.mode() == Mode.TAKE_BACK) {
            throw ProblemType.TAKES_BACK_ITSELF.exception();
        }
        return accepted(
                rowsAgain.takeBack(
                        known,
                        rows == null ? List.of() : rows,
                        learnerEmails,
                        administrator.submitter(),
                        IdempotencyKey.checked(key)),
                ProblemType.NOTHING_TO_TAKE_BACK,
                imports);
    }

    @Limited(Limit.IMPORTS)
    @PostMapping("/retry")
    ResponseEntity<ImportJson> retry(
            @PathVariable UUID id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ImportsOf imports,
            Authentication who,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        Import known = kept(imports, id);
        if (known.mode().isReal()) {
            CallScope.check(who, TokenScope.IMPORTS_APPLY);
        }
        return accepted(
                rowsAgain.runAgain(
                        known,
                        known.mode(),
                        administrator.submitter(),
                        IdempotencyKey.checked(key)),
                ProblemType.NOTHING_TO_RUN_AGAIN,
                imports);
    }

    private static Import kept(ImportsOf imports, UUID id) {
        Import known = imports.find(id).orElseThrow(ProblemType.IMPORT_NOT_FOUND::exception);
        if (known.progress().deleted().upload() != null) {
            throw ProblemType.FILE_GONE.exception();
        }
        return known;
    }

    private static ResponseEntity<ImportJson> accepted(
            Optional<Submission> submission, ProblemType none, ImportsOf imports) {
        UUID made = IdempotencyKey.importOf(submission.orElseThrow(none::exception));
        return ImportsController.accepted(imports.find(made).orElseThrow());
    }
}
