package org.unenrol.portal.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * Leads the browser to another page. Where the script has asked, a redirect would be followed
 * before it could tell, and a header of htmx says so instead.
 */
record Elsewhere(String path) implements View {

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("HX-Redirect", request.getContextPath() + path);
    }
}
