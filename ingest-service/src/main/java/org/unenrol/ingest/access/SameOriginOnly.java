package org.unenrol.ingest.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.ingest.problem.ProblemType;

/** Turns away what pages of other origins send, and says so as the rest of the API does. */
final class SameOriginOnly extends OncePerRequestFilter {

    private final Answers answers;

    SameOriginOnly(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOfAnotherOrigin(request)) {
            answers.write(ProblemType.ORIGIN_NOT_ALLOWED.problem(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A text that is no origin is not this one. */
    private static boolean isOfAnotherOrigin(HttpServletRequest request) {
        try {
            return CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
