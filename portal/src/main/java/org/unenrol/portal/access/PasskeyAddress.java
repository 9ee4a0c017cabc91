package org.unenrol.portal.access;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address for which passkeys are made: that of the portal as administrators reach it. Browsers
 * want HTTPS, unless it is this machine, and a name (WebAuthn, section 5.1.2).
 */
@Component
public class PasskeyAddress {

    private static final String LOCAL = "localhost";

    private final Optional<URI> portal;

    PasskeyAddress(Environment environment) {
        this.portal =
                Optional.of(
                                environment.getProperty(
                                        "unenrol.mail.portal-url", "http://localhost:8080"))
                        .map(URI::create)
                        .filter(PasskeyAddress::isFit);
    }

    private static boolean isFit(URI address) {
        String host = Objects.requireNonNullElse(address.getHost(), "");
        boolean isName = host.matches(".*[A-Za-z][A-Za-z0-9-]*");
        return isName && ("https".equalsIgnoreCase(address.getScheme()) || host.equals(LOCAL));
    }

    public boolean isFit() {
        return portal.isPresent();
    }

    /** The id of the relying party; that of this machine where there can be no passkeys. */
    public String host() {
        return portal.map(URI::getHost).orElse(LOCAL);
    }

    /** The only origin from which passkeys are taken. */
    public String origin() {
        return portal.map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .orElse("https://" + LOCAL);
    }
}
