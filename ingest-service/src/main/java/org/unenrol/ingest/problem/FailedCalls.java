package org.unenrol.ingest.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers calls that have ended as a mere status, which would be told on a page otherwise. */
final class FailedCalls extends OncePerRequestFilter {

    private final Answers answers;

    FailedCalls(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (ApiRequests.covers(uri, request.getContextPath())
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                        instanceof Integer status) {
            Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            answers.write(UnreadableBody.problem(status, failure), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
