package org.unenrol.portal.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of the portal, on all instances of the service. */
@Component
public class Sessions {

    /** An attribute of a session: the network address of the sign-in. */
    static final String PLACE = "org.unenrol.place";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Duration longest;
    private final Clock clock = Clock.systemUTC();

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            PortalAccessSettings settings) {
        this.sessions = sessions;
        this.longest = settings.longestSession();
    }

    /**
     * The open sessions of an account, the one used last first.
     *
     * @param current the id of the session that asks
     */
    public List<OpenSession> of(String username, String current) {
        return found(username).values().stream()
                .filter(this::isOpen)
                .map(session -> open(session, current))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /** Ends all sessions of an account. */
    public void end(String username) {
        end(username, id -> true);
    }

    /** Ends all sessions of an account but one, which may be none. */
    public void endOthers(String username, @Nullable String current) {
        end(username, id -> !id.equals(current));
    }

    /** Ends one session of an account. */
    public void endOne(String username, String handle) {
        end(username, id -> SignInPlace.hash(id).equals(handle));
    }

    private void end(String username, Predicate<String> which) {
        found(username).keySet().stream().filter(which).forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> found(String username) {
        return sessions.findByPrincipalName(username);
    }

    private boolean isOpen(Session session) {
        return !session.isExpired()
                && session.getCreationTime().plus(longest).isAfter(clock.instant());
    }

    private static OpenSession open(Session session, String current) {
        String place = session.getAttribute(PLACE);
        return new OpenSession(
                SignInPlace.hash(session.getId()),
                Objects.requireNonNullElse(place, ""),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(current));
    }
}
