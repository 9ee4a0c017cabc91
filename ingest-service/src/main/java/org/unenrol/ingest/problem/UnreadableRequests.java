package org.unenrol.ingest.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what cannot be read, before anything has tried to. Forms are read later, by whoever
 * asks for a field of theirs first; those that cannot be are turned away then.
 */
final class UnreadableRequests extends OncePerRequestFilter {

    private final Answers answers;

    UnreadableRequests(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!RequestText.hasReadableHeaders(request)) {
            refuseHeaders(request, response);
        } else if (!RequestText.hasReadableAddress(request)) {
            refuse(HttpServletResponse.SC_NOT_FOUND, request, response);
        } else {
            read(request, response, chain);
        }
    }

    /** No browser sends such, and the page that says so could not be made with them. */
    private void refuseHeaders(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (ApiRequests.covers(request)) {
            answers.write(ProblemType.REQUEST_UNREADABLE.problem(), request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** An error that the web server has found itself, it answers itself. */
    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!UnreadableBody.isBehind(e)) {
                throw e;
            }
            if (!response.isCommitted()) {
                refuse(HttpServletResponse.SC_BAD_REQUEST, request, response);
            }
        }
    }

    /** The address of a page that cannot be is that of a page that does not exist. */
    private void refuse(int statusOfAPage, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (ApiRequests.covers(request)) {
            answers.write(ProblemType.REQUEST_UNREADABLE.problem(), request, response);
        } else {
            response.sendError(statusOfAPage);
        }
    }
}
