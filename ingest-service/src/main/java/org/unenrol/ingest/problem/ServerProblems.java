package org.unenrol.ingest.problem;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_IMPLEMENTED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * Answers what the web server itself refuses, such as a request that is not HTTP: nothing else has
 * seen it.
 */
final class ServerProblems extends ErrorReportValve {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en-GB\"><title>Unenrol</title><h1>The request cannot be"
                    + " read</h1><p>Check the address, or go to the <a href=\"/\">start</a>.</p>";

    private static final String NOT_SPOKEN =
            "The request is in a protocol that is not spoken here: use HTTP/1.1, without CONNECT, and"
                    + " with no other transfer coding than chunked.";

    private final Answers answers;

    ServerProblems(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            write(request, response);
            response.finishResponse();
        } catch (IOException | RuntimeException e) {
            getContainer().getLogger().debug("nobody there to be told", e);
        }
    }

    private void write(Request request, Response response) throws IOException {
        String uri = request.getRequestURI();
        boolean otherProtocol = isInAnotherProtocol(response);
        if (uri == null || ApiRequests.covers(uri, null)) {
            ProblemDetail problem =
                    otherProtocol
                            ? ProblemType.REQUEST_UNREADABLE.problem(NOT_SPOKEN)
                            : ProblemType.of(response.getStatus()).problem();
            answers.write(problem, response);
        } else {
            response.setStatus(otherProtocol ? SC_BAD_REQUEST : response.getStatus());
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Nothing that somebody sends is a failure of the server. */
    private static boolean isInAnotherProtocol(Response response) {
        return response.getStatus() == SC_NOT_IMPLEMENTED
                || response.getStatus() == SC_HTTP_VERSION_NOT_SUPPORTED;
    }
}
