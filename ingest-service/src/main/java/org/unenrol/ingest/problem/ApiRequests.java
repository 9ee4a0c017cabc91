package org.unenrol.ingest.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Tells the requests of programs, which get problems, from those of people, who get pages. */
public final class ApiRequests {

    private ApiRequests() {}

    /** Tells whether a program has asked. */
    public static boolean covers(HttpServletRequest request) {
        return covers(request.getRequestURI(), request.getContextPath());
    }

    static boolean covers(@Nullable Object uri, @Nullable String contextPath) {
        if (uri == null) {
            return false;
        }
        String path =
                StringUtils.uriDecode(uri.toString(), StandardCharsets.UTF_8)
                        .substring(contextPath == null ? 0 : contextPath.length());
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/actuator");
    }
}
