package org.unenrol.ingest.api;

import static org.unenrol.ingest.problem.ProblemType.CHARSET_UNKNOWN;
import static org.unenrol.ingest.problem.ProblemType.FILE_TOO_LARGE;
import static org.unenrol.ingest.problem.ProblemType.FORM_UNREADABLE;
import static org.unenrol.ingest.problem.ProblemType.MEDIA_TYPE_UNSUPPORTED;
import static org.unenrol.ingest.problem.ProblemType.METHOD_NOT_ALLOWED;
import static org.unenrol.ingest.problem.ProblemType.NOT_ACCEPTABLE;
import static org.unenrol.ingest.problem.ProblemType.PARAMETER_INVALID;
import static org.unenrol.ingest.problem.ProblemType.PATH_UNKNOWN;
import static org.unenrol.ingest.problem.ProblemType.REQUEST_UNREADABLE;
import static org.unenrol.ingest.problem.ProblemType.UPLOAD_CUT;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.wording.FileMessages;

/** The problem behind what was thrown, where it lies in what was sent. */
final class FailedInput {

    private FailedInput() {}

    /** Null where it does not. */
    static @Nullable ProblemDetail problem(Exception failure, HttpServletRequest request) {
        if (failure instanceof RefusedFileException refused) {
            return refused(refused);
        }
        if (failure instanceof MethodArgumentTypeMismatchException parameter) {
            return PARAMETER_INVALID.problem(Parameters.allowed(parameter));
        }
        if (failure instanceof MethodArgumentConversionNotSupportedException part) {
            return PARAMETER_INVALID.problem(
                    "The part " + part.getName() + " must be a field, not a file.");
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            return METHOD_NOT_ALLOWED.problem(otherMethods(method));
        }
        if (failure instanceof ErrorResponseException ours
                && ours.getBody().getType() != null
                && !ours.getBody().getType().toString().equals("about:blank")) {
            return ours.getBody();
        }
        ProblemType type = type(failure, request);
        return type == null ? null : type.problem();
    }

    private static @Nullable ProblemType type(Exception failure, HttpServletRequest request) {
        if (failure instanceof NoResourceFoundException) {
            return PATH_UNKNOWN;
        }
        if (failure instanceof HttpMediaTypeNotAcceptableException) {
            return NOT_ACCEPTABLE;
        }
        if (failure instanceof HttpMediaTypeNotSupportedException) {
            return namesACharset(request) ? CHARSET_UNKNOWN : MEDIA_TYPE_UNSUPPORTED;
        }
        if (failure instanceof MultipartException || failure instanceof InvalidParameterException) {
            return isTooLarge(failure) ? FILE_TOO_LARGE : FORM_UNREADABLE;
        }
        if (failure instanceof BadRequestException || failure instanceof EOFException) {
            return UPLOAD_CUT;
        }
        return failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()
                ? REQUEST_UNREADABLE
                : null;
    }

    private static ProblemDetail refused(RefusedFileException refused) {
        FileMessages messages = FileMessages.in(LocaleContextHolder.getLocale().toLanguageTag());
        ProblemDetail problem =
                ProblemType.valueOf("FILE_" + refused.reason().name())
                        .problem(messages.sentence(refused.refusal()));
        problem.setProperty("errors", messages.errors(refused));
        problem.setProperty("furtherErrors", refused.furtherProblems());
        return problem;
    }

    private static String otherMethods(HttpRequestMethodNotSupportedException e) {
        List<String> methods =
                Objects.requireNonNullElse(e.getSupportedHttpMethods(), List.<HttpMethod>of())
                        .stream()
                        .map(HttpMethod::name)
                        .sorted()
                        .toList();
        return "This address does not take %s: use %s."
                .formatted(e.getMethod(), String.join(" or ", methods));
    }

    private static boolean namesACharset(HttpServletRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("text/csv")
                && type.toLowerCase(Locale.ROOT).contains("charset");
    }

    private static boolean isTooLarge(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SizeException;
    }
}
