package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Keeps in the session, as records, what one page tells the next: a map of Spring's loses a part of
 * itself in JSON.
 */
final class KeptFlashes extends AbstractFlashMapManager {

    static final SessionTypes TYPES = SessionTypes.of(Kept.class);

    private static final String ATTRIBUTE = "unenrol.flashes";

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Kept kept
                ? new ArrayList<>(kept.flashes().stream().map(Flash::toMap).toList())
                : null;
    }

    @Override
    protected void updateFlashMaps(
            List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
        WebUtils.setSessionAttribute(
                request, ATTRIBUTE, flashes.isEmpty() ? null : Kept.of(flashes));
    }

    @Override
    protected Object getFlashMapsMutex(HttpServletRequest request) {
        return WebUtils.getSessionMutex(request.getSession());
    }

    /** All of a session, in lists and maps of the types that JSON may name. */
    record Kept(List<Flash> flashes) {

        static Kept of(List<FlashMap> maps) {
            return new Kept(
                    maps.stream().map(Flash::of).collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    /**
     * Words for one page.
     *
     * @param expires in milliseconds of the epoch
     */
    record Flash(
            @Nullable String path,
            Map<String, List<String>> parameters,
            long expires,
            Map<String, Object> attributes) {

        static Flash of(FlashMap map) {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            map.getTargetRequestParams()
                    .forEach((name, values) -> parameters.put(name, new ArrayList<>(values)));
            return new Flash(
                    map.getTargetRequestPath(),
                    parameters,
                    map.getExpirationTime(),
                    new LinkedHashMap<>(map));
        }

        FlashMap toMap() {
            FlashMap map = new FlashMap();
            map.setTargetRequestPath(path);
            map.addTargetRequestParams(new LinkedMultiValueMap<>(parameters));
            map.setExpirationTime(expires);
            map.putAll(attributes);
            return map;
        }
    }
}
