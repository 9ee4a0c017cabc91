package org.unenrol.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.ingest.problem.CloserDetail;
import org.unenrol.ingest.problem.Problem;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.portal.access.SecondFactorNeededException;

/** Answers whoever is not known with problem details, as the rest of the API does. */
final class ProblemResponse implements AuthenticationEntryPoint {

    private final Answers answers;
    private final boolean basic;

    /** Takes whether there are passwords besides tokens. */
    ProblemResponse(Answers answers, boolean basic) {
        this.answers = answers;
        this.basic = basic;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        boolean enough = !(e instanceof SecondFactorNeededException);
        if (basic && enough) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Challenge.BASIC);
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, Challenge.BEARER);
        answers.write(enough ? unknown() : CloserDetail.SECOND_FACTOR.problem(), request, response);
    }

    private Problem unknown() {
        return basic ? ProblemType.SIGN_IN_NEEDED.problem() : CloserDetail.TOKEN_NEEDED.problem();
    }
}
