package org.unenrol.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.unenrol.portal.access.Administrator;

/** The parts of the frame round every page. */
@Component("layout")
class PageLayout {

    private final Navigation navigation;
    private final HttpServletRequest request;

    PageLayout(Navigation navigation, HttpServletRequest request) {
        this.navigation = navigation;
        this.request = request;
    }

    /** The entries for whoever has signed in. */
    public List<NavigationEntry> navigation() {
        Administrator who = administrator();
        return navigation.entries().stream()
                .filter(entry -> who != null && entry.roles().contains(who.role()))
                .toList();
    }

    public String home() {
        return navigation.home();
    }

    /** Null while nobody has signed in. */
    public @Nullable Administrator administrator() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Administrator known ? known : null;
    }

    /** For {@code aria-current}: this page, or one above it; null for the others. */
    public @Nullable String current(NavigationEntry entry) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        String below = path.substring(request.getContextPath().length());
        if (below.equals(entry.path())) {
            return "page";
        }
        return below.startsWith(entry.path() + "/") ? "true" : null;
    }
}
