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
import org.springframework.http.HttpHeaders;
import org.unenrol.wording.Messages;

/**
 * Answers what the web server itself refuses, such as a request that is not HTTP: nothing else has
 * seen it.
 */
final class ServerProblems extends ErrorReportValve {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"%s\"><title>Unenrol</title><h1>%s</h1><p>%s</p>";

    private static final String NOTHING_ELSE =
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

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
        harden(response);
        String uri = request.getRequestURI();
        boolean otherProtocol = isInAnotherProtocol(response);
        if (uri == null || ApiRequests.covers(uri, null)) {
            Problem problem =
                    otherProtocol
                            ? CloserDetail.PROTOCOL_NOT_SPOKEN.problem()
                            : ProblemType.of(response.getStatus()).problem();
            answers.write(problem, request, response);
        } else {
            response.setStatus(otherProtocol ? SC_BAD_REQUEST : response.getStatus());
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(page(answers.messages(request)));
        }
    }

    /** Nobody else has: the rules of portal and API have not seen the request. */
    private static void harden(Response response) {
        setMissing(response, "X-Content-Type-Options", "nosniff");
        setMissing(response, "Content-Security-Policy", NOTHING_ELSE);
        setMissing(response, HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void setMissing(Response response, String name, String value) {
        if (response.getHeader(name) == null) {
            response.setHeader(name, value);
        }
    }

    private static byte[] page(Messages messages) {
        return PAGE.formatted(
                        messages.language(),
                        messages.text("unreadable-request.title"),
                        messages.text("unreadable-request.text", "<a href=\"/\">", "</a>"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing that somebody sends is a failure of the server. */
    private static boolean isInAnotherProtocol(Response response) {
        return response.getStatus() == SC_NOT_IMPLEMENTED
                || response.getStatus() == SC_HTTP_VERSION_NOT_SUPPORTED;
    }
}
