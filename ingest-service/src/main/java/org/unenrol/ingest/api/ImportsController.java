package org.unenrol.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.access.CallScope;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.ledger.Application;
import org.unenrol.ledger.HistoryFilter;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.Submission;
import org.unenrol.model.ImportState;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;
import org.unenrol.service.WorkLoop;

/** Imports: looked up, applied after a verification, cancelled. */
@RestController
@RequestMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportsController {

    private static final int PAGE = 50;

    private final WorkLoop dispatchLoop;

    ImportsController(@Qualifier("dispatchLoop") WorkLoop dispatchLoop) {
        this.dispatchLoop = dispatchLoop;
    }

    @GetMapping
    History history(
            @RequestParam(required = false) @Nullable ImportState state,
            @RequestParam(required = false) @Nullable Long after,
            ImportsOf imports) {
        List<Import> page = imports.page(new HistoryFilter(state, null), after, PAGE);
        Long next = page.size() < PAGE ? null : page.get(PAGE - 1).sequence();
        return new History(page.stream().map(ImportJson::of).toList(), next);
    }

    @GetMapping("/{id}")
    ImportJson one(@PathVariable UUID id, ImportsOf imports) {
        return ImportJson.of(find(imports, id), imports.ofRowsOf(id));
    }

    @Limited(Limit.IMPORTS)
    @PostMapping("/{id}/apply")
    ResponseEntity<ImportJson> apply(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String learnerEmails,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator) {
        Parameters.noLonger(Application.LONGEST_REASON, "reason", reason.strip());
        Boolean wanted = Parameters.trueOrFalse("learnerEmails", learnerEmails);
        if (find(imports, id).progress().deleted().upload() != null) {
            throw ProblemType.FILE_GONE.exception();
        }
        Submission submission =
                imports.apply(
                                id,
                                Application.by(administrator.submitter())
                                        .withKey(IdempotencyKey.checked(key))
                                        .because(reason)
                                        .with(wanted == null ? null : LearnerEmails.of(wanted)))
                        .orElseThrow(ProblemType.NOT_APPLICABLE::exception);
        UUID applying = IdempotencyKey.importOf(submission);
        dispatchLoop.signal();
        return accepted(find(imports, applying));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<ImportJson> cancel(
            @PathVariable UUID id, ImportsOf imports, Authentication who) {
        if (find(imports, id).mode().isReal()) {
            CallScope.check(who, TokenScope.IMPORTS_APPLY);
        }
        boolean cancelled = imports.cancel(id);
        Import known = find(imports, id);
        if (!cancelled && known.progress().cancelRequestedAt() == null) {
            throw ProblemType.ALREADY_ENDED.exception();
        }
        return accepted(known);
    }

    private static Import find(ImportsOf imports, UUID id) {
        return imports.find(id).orElseThrow(ProblemType.IMPORT_NOT_FOUND::exception);
    }

    static ResponseEntity<ImportJson> accepted(Import known) {
        return ResponseEntity.accepted()
                .location(URI.create(ImportJson.PATH + known.id()))
                .body(ImportJson.of(known));
    }

    /**
     * A page of the history.
     *
     * @param next what to pass as {@code after} for the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record History(List<ImportJson> imports, @Nullable Long next) {}
}
