package org.unenrol.ingest.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.access.CallScope;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.intake.Intake;
import org.unenrol.intake.Upload;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.model.Mode;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/** Takes files in: as a form's file, or as the body itself. */
@RestController
@RequestMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class UploadController {

    private final Intake intake;

    UploadController(Intake intake) {
        this.intake = intake;
    }

    @Limited({Limit.IMPORTS, Limit.UPLOADS})
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportJson> form(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String verifyOnly,
            @RequestParam(defaultValue = "") String learnerEmails,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ImportsOf imports,
            Authentication who,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        Mode mode = mode(verifyOnly, who);
        MultipartFile file = onlyOne(files);
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return submit(
                    new Upload(
                            content,
                            name == null ? "" : name,
                            charset(file.getContentType()),
                            mode,
                            administrator.submitter(),
                            IdempotencyKey.checked(key),
                            emails(learnerEmails)),
                    imports);
        }
    }

    @Limited({Limit.IMPORTS, Limit.UPLOADS})
    @PostMapping(consumes = "text/csv")
    ResponseEntity<ImportJson> body(
            InputStream content,
            @RequestParam(required = false) @Nullable String verifyOnly,
            @RequestParam(defaultValue = "") String learnerEmails,
            @RequestParam(defaultValue = "") String fileName,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String contentType,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ImportsOf imports,
            Authentication who,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        return submit(
                new Upload(
                        content,
                        fileName,
                        charset(contentType),
                        mode(verifyOnly, who),
                        administrator.submitter(),
                        IdempotencyKey.checked(key),
                        emails(learnerEmails)),
                imports);
    }

    private ResponseEntity<ImportJson> submit(Upload upload, ImportsOf imports) throws IOException {
        UUID id = IdempotencyKey.importOf(intake.take(upload));
        return ImportsController.accepted(imports.find(id).orElseThrow());
    }

    private static MultipartFile onlyOne(@Nullable List<MultipartFile> files) {
        if (files == null || files.isEmpty()) {
            throw ProblemType.FILE_MISSING.exception();
        }
        if (files.size() > 1) {
            throw ProblemType.SEVERAL_FILES.exception();
        }
        return files.get(0);
    }

    private static Mode mode(@Nullable String verifyOnly, Authentication who) {
        if ("true".equalsIgnoreCase(verifyOnly)) {
            return Mode.VERIFY_ONLY;
        }
        if ("false".equalsIgnoreCase(verifyOnly)) {
            CallScope.check(who, TokenScope.IMPORTS_APPLY);
            return Mode.APPLY;
        }
        throw ProblemType.VERIFY_ONLY_MISSING.exception();
    }

    private static LearnerEmails emails(String wanted) {
        return LearnerEmails.of(
                !Boolean.FALSE.equals(Parameters.trueOrFalse("learnerEmails", wanted)));
    }

    private static @Nullable Charset charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        try {
            return MediaType.parseMediaType(contentType).getCharset();
        } catch (InvalidMediaTypeException
                | IllegalCharsetNameException
                | UnsupportedCharsetException e) {
            throw ProblemType.CHARSET_UNKNOWN.exception();
        }
    }
}
