package org.unenrol.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Leads the browser to another page. Where the script has asked, a redirect would be followed
 * before it could tell, and a header of htmx says so instead.
 */
public record Elsewhere(String path) implements View {

    /** The header by which the script tells that it is the one who asks. */
    public static final String SCRIPT = "HX-Request";

    /** Leads to a path, however the request came. */
    public static ModelAndView to(String path, boolean script) {
        return script
                ? new ModelAndView(new Elsewhere(path))
                : new ModelAndView("redirect:" + path);
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("HX-Redirect", request.getContextPath() + path);
    }
}
