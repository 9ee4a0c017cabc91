package org.unenrol.portal.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the sign-in page; a part of a page only tells its page that it is time to. */
final class PortalEntry extends LoginUrlAuthenticationEntryPoint {

    static final String PART_OF_A_PAGE = "HX-Request";

    PortalEntry(String signInPage) {
        super(signInPage);
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (request.getHeader(PART_OF_A_PAGE) == null) {
            super.commence(request, response, e);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
