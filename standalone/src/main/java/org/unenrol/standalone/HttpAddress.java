package org.unenrol.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.unenrol.infrastructure.WantedPort;

/**
 * The address of the portal and the API: on this machine only, unless somebody chooses otherwise.
 */
final class HttpAddress {

    private static final int USUAL_PORT = 8_080;
    private static final String LOOPBACK = "127.0.0.1";

    private final InetAddress address;
    private final int port;

    private HttpAddress(InetAddress address, int port) {
        this.address = address;
        this.port = port;
    }

    static HttpAddress of(GivenSettings given) {
        int port = StandaloneSettings.port(given, "server.port", "SERVER_PORT", USUAL_PORT);
        return new HttpAddress(address(given.find("server.address").orElse(LOOPBACK)), port);
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name.strip());
        } catch (UnknownHostException e) {
            throw new CannotStartException(
                    "SERVER_ADDRESS is \""
                            + name
                            + "\", which is no address of this machine: set it to one, such as "
                            + LOOPBACK
                            + ", or to 0.0.0.0 for all of them.",
                    e);
        }
    }

    WantedPort wanted() {
        return new WantedPort("the portal", "SERVER_PORT", address, aliases(), port);
    }

    /** To a browser, {@code localhost} may mean {@code ::1} first. */
    private List<InetAddress> aliases() {
        return isLocalhost() ? List.of(byName("127.0.0.1"), byName("::1")) : List.of();
    }

    private static InetAddress byName(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a literal needs no look-up", e);
        }
    }

    String argument() {
        return "--server.address=" + address.getHostAddress();
    }

    /** Such as {@code http://localhost:8080}, with the port on which it really answers. */
    String url(int answering) {
        return "http://" + host() + ":" + answering;
    }

    private String host() {
        if (isLocalhost()) {
            return "localhost";
        }
        String literal = address.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }

    private boolean isLocalhost() {
        return address.isAnyLocalAddress()
                || address.equals(byName("127.0.0.1"))
                || address.equals(byName("::1"));
    }
}
