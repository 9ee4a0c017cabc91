package org.unenrol.portal.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Questions to passkeys, each in the session that asks, and answered once. A session that begins
 * with one is nobody's: it lasts five minutes, and ends with the answer.
 */
@Component
class AskedPasskeys {

    private static final String ATTRIBUTE = "org.unenrol.passkey-asked";
    private static final int KEPT_SECONDS = 300;

    /** Keeps the challenge of a question; base64url. */
    void ask(String challenge, HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval(KEPT_SECONDS);
        }
        session.setAttribute(ATTRIBUTE, challenge);
    }

    /** The challenge, once. */
    Optional<String> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String challenge)) {
            return Optional.empty();
        }
        session.invalidate();
        return Optional.of(challenge);
    }
}
