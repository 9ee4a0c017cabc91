package org.unenrol.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns uploads of people who have not signed in away before a byte of the body is read; after the
 * sign-in they are asked for the file again. Looking for a form's token reads all of it; where it
 * is too much, the form is shown again and says so.
 */
final class UploadGate extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isMultipart(request) && !isSignedIn()) {
            ReturnAddress.remember("/imports/new?not-uploaded", request, response);
            response.sendRedirect(request.getContextPath() + "/sign-in?not-uploaded");
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            if (e.getErrorCode() != HttpStatus.CONTENT_TOO_LARGE.value()) {
                throw e;
            }
            response.sendRedirect(request.getContextPath() + "/imports/new?too-large");
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, 19);
    }

    private static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Administrator;
    }
}
