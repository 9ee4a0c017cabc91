package org.unenrol.ingest.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.unenrol.wording.Messages;

/**
 * The ways in which a call can fail. The names are public API: stable, and only ever added to.
 * Their words are messages, under {@code problem.}
 */
public enum ProblemType {
    REQUEST_UNREADABLE(HttpStatus.BAD_REQUEST),
    PARAMETER_INVALID(HttpStatus.BAD_REQUEST),
    FORM_UNREADABLE(HttpStatus.BAD_REQUEST),
    UPLOAD_CUT(HttpStatus.BAD_REQUEST),
    VERIFY_ONLY_MISSING(HttpStatus.BAD_REQUEST),
    FILE_MISSING(HttpStatus.BAD_REQUEST),
    SEVERAL_FILES(HttpStatus.BAD_REQUEST),
    KEY_INVALID(HttpStatus.BAD_REQUEST),
    SIGN_IN_NEEDED(HttpStatus.UNAUTHORIZED),
    INVALID_TOKEN(HttpStatus.UNAUTHORIZED),
    NOT_AN_ADMINISTRATOR(HttpStatus.FORBIDDEN),
    INSUFFICIENT_SCOPE(HttpStatus.FORBIDDEN),
    ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN),
    PATH_UNKNOWN(HttpStatus.NOT_FOUND),
    IMPORT_NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    RESULTS_NOT_READY(HttpStatus.CONFLICT),
    RESULTS_NOT_MADE(HttpStatus.CONFLICT),
    NOT_APPLICABLE(HttpStatus.CONFLICT),
    NOTHING_TO_TAKE_BACK(HttpStatus.CONFLICT),
    TAKES_BACK_ITSELF(HttpStatus.CONFLICT),
    NOTHING_TO_RUN_AGAIN(HttpStatus.CONFLICT),
    ALREADY_ENDED(HttpStatus.CONFLICT),
    RESULTS_GONE(HttpStatus.GONE),
    FILE_GONE(HttpStatus.GONE),
    FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    FILE_TOO_MANY_ROWS(HttpStatus.CONTENT_TOO_LARGE),
    MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    CHARSET_UNKNOWN(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    FILE_NOT_A_CSV(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    EXPECTATION_FAILED(HttpStatus.EXPECTATION_FAILED),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_NO_ROWS(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_HEADER_NOT_FOUND(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_HEADER_MISPLACED(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_COLUMN_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_COLUMN_TWICE(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_TOO_MANY_COLUMNS(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_TOO_MANY_BLANK_LINES(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_QUOTES_TOO_FAR_APART(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_UNREADABLE_ENCODING(HttpStatus.UNPROCESSABLE_CONTENT),
    REQUEST_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    TOO_MUCH_AT_A_TIME(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR);

    private static final String PREFIX = "urn:unenrol:problem:";

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
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

    /** A few words, the same for every problem of the type. */
    public String title(Messages messages) {
        return messages.text("problem." + this + ".title");
    }

    /** Advice on how to fix it, a sentence for people. */
    public String detail(Messages messages) {
        return messages.text("problem." + this);
    }

    public Problem problem() {
        return new Problem.Plain(this, status.value());
    }

    public ProblemException exception() {
        return new ProblemException(problem());
    }

    /** The type of what only a status is known of. */
    static ProblemType of(int status) {
        return switch (status) {
            case 401 -> SIGN_IN_NEEDED;
            case 403 -> NOT_AN_ADMINISTRATOR;
            case 404 -> PATH_UNKNOWN;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TOO_SLOW;
            case 413 -> FILE_TOO_LARGE;
            case 415 -> MEDIA_TYPE_UNSUPPORTED;
            case 429 -> TOO_MUCH_AT_A_TIME;
            case 417 -> EXPECTATION_FAILED;
            default ->
                    HttpStatus.valueOf(status).is5xxServerError()
                            ? INTERNAL_ERROR
                            : REQUEST_UNREADABLE;
        };
    }
}
