package org.unenrol.ingest.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.ingest.problem.ApiRequests;
import org.unenrol.ingest.problem.Problem;

/**
 * Answers calls that have failed because of what was sent, by a controller or before there was one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailuresOfCalls implements HandlerExceptionResolver {

    private final Answers answers;

    FailuresOfCalls(Answers answers) {
        this.answers = answers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (!ApiRequests.covers(request) || response.isCommitted()) {
            return null;
        }
        Problem problem = FailedInput.problem(failure, request);
        if (problem == null) {
            return null;
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders()
                    .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        try {
            answers.write(problem, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
