package org.unenrol.ingest.api;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What went wrong with a call, by a stable type. */
enum ApiProblem {
    IMPORT_NOT_FOUND(
            HttpStatus.NOT_FOUND, "There is no import with this id: look it up in the history."),
    RESULTS_NOT_READY(
            HttpStatus.CONFLICT,
            "The results are not ready yet: ask again when the import has ended."),
    RESULTS_NOT_MADE(
            HttpStatus.CONFLICT,
            "This import failed for a cause outside the file and has no results: import the file"
                    + " again."),
    RESULTS_GONE(HttpStatus.GONE, "The results are no longer kept: import the file again."),
    NOT_APPLICABLE(
            HttpStatus.CONFLICT,
            "Only a completed verify-only import whose file is still kept can be applied."),
    ALREADY_ENDED(HttpStatus.CONFLICT, "The import has ended already: there is nothing to cancel."),
    VERIFY_ONLY_MISSING(
            HttpStatus.BAD_REQUEST,
            "Say whether to verify only: add verifyOnly=true to change nothing, or verifyOnly=false to"
                    + " unenrol."),
    FILE_MISSING(
            HttpStatus.BAD_REQUEST, "No file was sent: add a part named file with the CSV file."),
    CHARSET_UNKNOWN(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The charset of the Content-Type is not known: use utf-8, windows-1252 or utf-16."),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This Idempotency-Key was used for another file or mode: use a new key for a new import."),
    KEY_INVALID(
            HttpStatus.BAD_REQUEST,
            "The Idempotency-Key must have 1 to 255 characters: use a UUID, for example.");

    private final HttpStatus status;
    private final String detail;

    ApiProblem(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    ErrorResponseException exception() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(name()));
        return new ErrorResponseException(status, problem, null);
    }

    static URI type(String name) {
        return URI.create("urn:unenrol:problem:" + name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
