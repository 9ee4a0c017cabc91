package org.unenrol.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.ingest.problem.ProblemType;

/** Answers what Spring Security refuses with problem details, as the rest of the API does. */
final class ProblemResponse implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Answers answers;
    private final ProblemType type;

    ProblemResponse(Answers answers, ProblemType type) {
        this.answers = answers;
        this.type = type;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Unenrol\", charset=\"UTF-8\"");
        answers.write(type.problem(), request, response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        answers.write(type.problem(), request, response);
    }
}
