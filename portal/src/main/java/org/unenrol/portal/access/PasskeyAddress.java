package org.unenrol.portal.access;

import java.net.URI;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address for which passkeys are made: that of the portal as administrators reach it. Browsers
 * want HTTPS, unless it is this machine, and a name (WebAuthn Level 3, section 5.1.2).
 */
@Component
public class PasskeyAddress {

    private static final String LOCAL = "localhost";

    private final Environment environment;

    PasskeyAddress(Environment environment) {
        this.environment = environment;
    }

    /** Tells whether browsers make passkeys there. */
    public boolean isFit() {
        boolean isName = host().matches(".*[A-Za-z][A-Za-z0-9-]*");
        return isName && ("https".equalsIgnoreCase(portal().getScheme()) || host().equals(LOCAL));
    }

    /** The id of the relying party. */
    public String host() {
        return Objects.requireNonNullElse(portal().getHost(), "");
    }

    /** The only origin from which passkeys are taken. */
    public String origin() {
        return portal().getScheme() + "://" + portal().getRawAuthority();
    }

    /** The port is known only once the service answers. */
    private URI portal() {
        String port = environment.getProperty("local.server.port", "8080");
        return URI.create(
                environment.getProperty("unenrol.mail.portal-url", "http://localhost:" + port));
    }
}
