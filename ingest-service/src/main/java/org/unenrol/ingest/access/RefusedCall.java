package org.unenrol.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.ingest.problem.CloserDetail;
import org.unenrol.ingest.problem.Problem;
import org.unenrol.ingest.problem.ProblemType;

/** Answers whoever is known and may not do what was asked (RFC 6750 where a token is why). */
final class RefusedCall implements AccessDeniedHandler {

    private final Answers answers;

    RefusedCall(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof MissingScope missing) {
            TokenScope scope = missing.scope();
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(scope));
            answers.write(problem(scope), request, response);
        } else {
            answers.write(ProblemType.NOT_AN_ADMINISTRATOR.problem(), request, response);
        }
    }

    private static String challenge(@Nullable TokenScope scope) {
        String error = Challenge.BEARER + ", error=\"insufficient_scope\"";
        return scope == null ? error : error + ", scope=\"" + scope.word() + "\"";
    }

    private static Problem problem(@Nullable TokenScope scope) {
        return scope == null
                ? CloserDetail.NO_SCOPE.problem()
                : CloserDetail.SCOPE_NEEDED.problem(scope.word());
    }
}
