package org.unenrol.ingest.api;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.unenrol.ingest.access.Administrator;
import org.unenrol.ingest.upload.Intake;
import org.unenrol.ingest.upload.Upload;
import org.unenrol.ledger.Imports;
import org.unenrol.model.Mode;

/** Takes files in: as a form's file, or as the body itself. */
@RestController
class UploadController {

    private final Intake intake;
    private final Imports imports;

    UploadController(Intake intake, Imports imports) {
        this.intake = intake;
        this.imports = imports;
    }

    @Operation(summary = "Imports the file of a form; verifyOnly is required")
    @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportJson> form(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String verifyOnly,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        Mode mode = mode(verifyOnly);
        if (file == null) {
            throw ApiProblem.FILE_MISSING.exception();
        }
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return submit(
                    new Upload(
                            content,
                            name == null ? "" : name,
                            charset(file.getContentType()),
                            mode,
                            administrator.submitter(),
                            IdempotencyKey.checked(key)));
        }
    }

    @Operation(
            summary = "Imports the body; verifyOnly is required, a charset parameter is honoured")
    @PostMapping(path = "/api/v1/imports", consumes = "text/csv")
    ResponseEntity<ImportJson> body(
            InputStream content,
            @RequestParam(required = false) @Nullable String verifyOnly,
            @RequestParam(defaultValue = "") String fileName,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String contentType,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        return submit(
                new Upload(
                        content,
                        fileName,
                        charset(contentType),
                        mode(verifyOnly),
                        administrator.submitter(),
                        IdempotencyKey.checked(key)));
    }

    private ResponseEntity<ImportJson> submit(Upload upload) throws IOException {
        UUID id = IdempotencyKey.importOf(intake.take(upload));
        return ImportsController.accepted(imports.find(id).orElseThrow());
    }

    private static Mode mode(@Nullable String verifyOnly) {
        if ("true".equalsIgnoreCase(verifyOnly)) {
            return Mode.VERIFY_ONLY;
        }
        if ("false".equalsIgnoreCase(verifyOnly)) {
            return Mode.APPLY;
        }
        throw ApiProblem.VERIFY_ONLY_MISSING.exception();
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
            throw ApiProblem.CHARSET_UNKNOWN.exception();
        }
    }
}
