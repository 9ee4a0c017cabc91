package org.unenrol.ingest.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;

/** A body that cannot be read, among all that can be thrown. */
final class UnreadableBody {

    private static final String READER_OF_FORMS = "org.apache.catalina.connector.Request";

    private UnreadableBody() {}

    static boolean isBehind(@Nullable Throwable e) {
        return e != null && (isOne(e) || isBehind(e.getCause()));
    }

    /**
     * The problem of a request that the web server itself has given up with a status, as it does
     * where a body ends too early, whatever its reader makes of that.
     */
    static Problem problem(int status, @Nullable Object failure) {
        return status == HttpServletResponse.SC_BAD_REQUEST && isOfABodyThatIsCut(failure)
                ? ProblemType.UPLOAD_CUT.problem()
                : new Problem.Plain(ProblemType.of(status), status);
    }

    private static boolean isOfABodyThatIsCut(@Nullable Object failure) {
        return failure instanceof EOFException || failure instanceof BadRequestException;
    }

    private static boolean isOne(Throwable e) {
        return e instanceof InvalidParameterException
                || e instanceof MultipartException
                || e instanceof BadRequestException
                || isOfAFieldThatIsTooLarge(e);
    }

    /** Tomcat has no type of its own for these. */
    private static boolean isOfAFieldThatIsTooLarge(Throwable e) {
        return e instanceof IllegalStateException
                && e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().equals(READER_OF_FORMS);
    }
}
