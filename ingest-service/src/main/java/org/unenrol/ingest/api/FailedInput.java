package org.unenrol.ingest.api;

import static org.unenrol.ingest.problem.ProblemType.CHARSET_UNKNOWN;
import static org.unenrol.ingest.problem.ProblemType.FILE_TOO_LARGE;
import static org.unenrol.ingest.problem.ProblemType.FORM_UNREADABLE;
import static org.unenrol.ingest.problem.ProblemType.MEDIA_TYPE_UNSUPPORTED;
import static org.unenrol.ingest.problem.ProblemType.NOT_ACCEPTABLE;
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
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.ingest.problem.CloserDetail;
import org.unenrol.ingest.problem.Problem;
import org.unenrol.ingest.problem.ProblemException;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.portal.limit.TooMuchAtATimeException;

/** The problem behind what was thrown, where it lies in what was sent. */
final class FailedInput {

    private FailedInput() {}

    /** Null where it does not. */
    static @Nullable Problem problem(Exception failure, HttpServletRequest request) {
        if (failure instanceof ProblemException ours) {
            return ours.problem();
        }
        if (failure instanceof RefusedFileException refused) {
            return new Problem.FileRefused(refused);
        }
        if (failure instanceof MethodArgumentTypeMismatchException parameter) {
            return Parameters.problem(parameter);
        }
        if (failure instanceof MethodArgumentConversionNotSupportedException part) {
            return CloserDetail.PART_NO_FIELD.problem(part.getName());
        }
        if (failure instanceof TooMuchAtATimeException much) {
            return tooMuch(much).problem(much.most());
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            return CloserDetail.OTHER_METHODS.problem(method.getMethod(), otherMethods(method));
        }
        ProblemType type = type(failure, request);
        return type == null ? null : type.problem();
    }

    private static CloserDetail tooMuch(TooMuchAtATimeException e) {
        return switch (e.limit()) {
            case IMPORTS -> CloserDetail.TOO_MANY_IMPORTS;
            case UPLOADS -> CloserDetail.TOO_MANY_UPLOADS;
            case DOWNLOADS -> CloserDetail.TOO_MANY_DOWNLOADS;
        };
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

    private static List<String> otherMethods(HttpRequestMethodNotSupportedException e) {
        return Objects.requireNonNullElse(e.getSupportedHttpMethods(), List.<HttpMethod>of())
                .stream()
                .map(HttpMethod::name)
                .sorted()
                .toList();
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
