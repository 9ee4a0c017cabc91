package org.unenrol.ingest.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can go wrong with a call. The names are public API: stable, and only ever added to. */
public enum ProblemType {
    REQUEST_UNREADABLE(
            HttpStatus.BAD_REQUEST,
            "The request cannot be read: write the address in UTF-8, percent-encode what is special"
                    + " in it, and omit control characters and very long headers."),
    PARAMETER_INVALID(
            HttpStatus.BAD_REQUEST,
            "A parameter has a value that it cannot have: see the description of the API for those"
                    + " that it can."),
    FORM_UNREADABLE(
            HttpStatus.BAD_REQUEST,
            "The form cannot be read: send it as multipart/form-data, name its boundary in the"
                    + " Content-Type, and end it with the boundary and two hyphens."),
    UPLOAD_CUT(
            HttpStatus.BAD_REQUEST,
            "The request ended before all of the file had arrived: send it again."),
    VERIFY_ONLY_MISSING(
            HttpStatus.BAD_REQUEST,
            "Say whether to verify only: add verifyOnly=true to change nothing, or verifyOnly=false to"
                    + " unenrol."),
    FILE_MISSING(
            HttpStatus.BAD_REQUEST, "No file was sent: add a part named file with the CSV file."),
    SEVERAL_FILES(
            HttpStatus.BAD_REQUEST,
            "Several files were sent, and an import is of one: send each by itself."),
    KEY_INVALID(
            HttpStatus.BAD_REQUEST,
            "The Idempotency-Key must have 1 to 255 characters: use a UUID, for example."),
    SIGN_IN_NEEDED(
            HttpStatus.UNAUTHORIZED, "Sign in with the username and password of an administrator."),
    NOT_AN_ADMINISTRATOR(
            HttpStatus.FORBIDDEN,
            "Only Global administrators and Content administrators may do this: sign in as one."),
    ORIGIN_NOT_ALLOWED(
            HttpStatus.FORBIDDEN,
            "A page of another origin may not call the API: call it from a program, or from a page"
                    + " of this server."),
    PATH_UNKNOWN(
            HttpStatus.NOT_FOUND,
            "There is nothing at this address: see the description of the API for those that there"
                    + " are."),
    IMPORT_NOT_FOUND(
            HttpStatus.NOT_FOUND, "There is no import with this id: look it up in the history."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "This address does not take this method: use one that the Allow header names."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "The answer is application/json, or text/csv for files: accept it, or omit the Accept"
                    + " header."),
    RESULTS_NOT_READY(
            HttpStatus.CONFLICT,
            "The results are not ready yet: ask again when the import has ended."),
    RESULTS_NOT_MADE(
            HttpStatus.CONFLICT,
            "This import failed for a cause outside the file and has no results: import the file"
                    + " again."),
    NOT_APPLICABLE(
            HttpStatus.CONFLICT,
            "Only a completed verify-only import whose file is still kept can be applied: verify the"
                    + " file again."),
    ALREADY_ENDED(HttpStatus.CONFLICT, "The import has ended already: there is nothing to cancel."),
    RESULTS_GONE(HttpStatus.GONE, "The results are no longer kept: import the file again."),
    FILE_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "The file is too large: split it into several files, each with the header."),
    FILE_TOO_MANY_ROWS(
            HttpStatus.CONTENT_TOO_LARGE,
            "The file has too many rows: split it into several files, each with the header."),
    MEDIA_TYPE_UNSUPPORTED(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Send the file as a body of the type text/csv, or as multipart/form-data with a part"
                    + " named file."),
    CHARSET_UNKNOWN(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The charset of the Content-Type is not known: use utf-8, windows-1252 or utf-16."),
    FILE_NOT_A_CSV(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The file is not a CSV file: save it as \"CSV UTF-8\" in the spreadsheet program."),
    EXPECTATION_FAILED(
            HttpStatus.EXPECTATION_FAILED,
            "The Expect header asks for what is not known here: use 100-continue, or omit it."),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This Idempotency-Key was used for another file or mode: use a new key for a new import."),
    FILE_EMPTY(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The file is empty: fill in the template, one row for each learner and activity."),
    FILE_NO_ROWS(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The file has a header and no rows: add one row for each learner and activity."),
    FILE_HEADER_NOT_FOUND(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The first line does not name the columns: add the header of the template."),
    FILE_HEADER_MISPLACED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The columns are named further down, but they must be named in the first line: delete"
                    + " what is above."),
    FILE_COLUMN_MISSING(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The header lacks a column: add it, as in the template."),
    FILE_COLUMN_TWICE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The header names a column twice: rename or delete one of the two."),
    FILE_TOO_MANY_COLUMNS(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The header has too many columns: delete those that are not needed."),
    FILE_TOO_MANY_BLANK_LINES(
            HttpStatus.UNPROCESSABLE_CONTENT, "The file has too many blank lines: delete them."),
    FILE_QUOTES_TOO_FAR_APART(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A quotation mark is closed only much further down, so nobody can tell which lines are"
                    + " rows: delete it, or close it in its own line."),
    FILE_UNREADABLE_ENCODING(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The file is in an encoding that cannot be read: save it as \"CSV UTF-8\"."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something failed here, and not because of the request: send it again later, an upload"
                    + " with the same Idempotency-Key.");

    private static final String PREFIX = "urn:unenrol:problem:";

    private final HttpStatus status;
    private final String detail;

    ProblemType(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** Such as {@code urn:unenrol:problem:import-not-found}. */
    public URI uri() {
        return URI.create(PREFIX + slug());
    }

    /** The last part of the URI, such as {@code import-not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public HttpStatus status() {
        return status;
    }

    /** How to fix it, a sentence for people. */
    public String detail() {
        return detail;
    }

    public ProblemDetail problem() {
        return problem(detail);
    }

    /** The problem with a sentence that is closer to what was sent. */
    public ProblemDetail problem(String closerDetail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, closerDetail);
        problem.setType(uri());
        problem.setTitle(title());
        return problem;
    }

    public ErrorResponseException exception() {
        return exception(detail);
    }

    /** Thrown with a sentence that is closer to what was sent. */
    public ErrorResponseException exception(String closerDetail) {
        return new ErrorResponseException(status, problem(closerDetail), null);
    }

    /** A few words, the same for every problem of the type. */
    public String title() {
        String words = slug().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The type of what only a status is known of. */
    static ProblemType of(int status) {
        return switch (status) {
            case 401 -> SIGN_IN_NEEDED;
            case 403 -> NOT_AN_ADMINISTRATOR;
            case 404 -> PATH_UNKNOWN;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> FILE_TOO_LARGE;
            case 415 -> MEDIA_TYPE_UNSUPPORTED;
            case 417 -> EXPECTATION_FAILED;
            default ->
                    HttpStatus.valueOf(status).is5xxServerError()
                            ? INTERNAL_ERROR
                            : REQUEST_UNREADABLE;
        };
    }
}
