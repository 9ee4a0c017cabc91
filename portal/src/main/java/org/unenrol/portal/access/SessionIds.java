package org.unenrol.portal.access;

import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/** The ids of sessions. Those that Spring Session makes by itself have 122 random bits, too few. */
@Component
class SessionIds implements SessionIdGenerator {

    @Override
    public String generate() {
        return Unguessable.text();
    }
}
