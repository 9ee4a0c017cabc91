package org.unenrol.portal.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads to the sign-in page; a part of a page only tells its page that it is time to. A form whose
 * session has ended was left open for too long: after a new sign-in its page is shown again.
 */
final class PortalEntry extends LoginUrlAuthenticationEntryPoint {

    static final String PART_OF_A_PAGE = "HX-Request";

    PortalEntry(String signInPage) {
        super(signInPage);
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (request.getHeader(PART_OF_A_PAGE) != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("POST")) {
            ReturnAddress.rememberPageOf(request, response);
            response.sendRedirect(request.getContextPath() + getLoginFormUrl() + "?expired");
        } else {
            super.commence(request, response, e);
        }
    }
}
