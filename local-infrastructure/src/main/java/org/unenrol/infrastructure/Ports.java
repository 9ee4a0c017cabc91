package org.unenrol.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address, taken without handing the same one out twice. */
public final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    /**
     * Below the range from which operating systems take the ports of outgoing connections, so that
     * no connection can grab the port between its choice and its use.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 20;

    private Ports() {}

    /** Starts a server on a port. */
    interface Start<T> {

        /**
         * Starts it there.
         *
         * @throws PortTakenException when the server cannot bind to the port
         */
        T on(int port) throws IOException;
    }

    /**
     * Starts a server on a port.
     *
     * @param wanted where any free one will do, another is tried when the first is grabbed
     */
    static <T> T start(WantedPort wanted, Start<T> start) throws IOException {
        if (!wanted.isAny()) {
            requireFree(wanted);
            return start.on(wanted.number());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return start.on(free());
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    static void requireDifferent(List<WantedPort> ports) {
        for (WantedPort port : ports) {
            for (WantedPort other : ports) {
                if (!port.equals(other) && port.isSameAs(other)) {
                    throw twice(port, other);
                }
            }
        }
    }

    private static LocalInfrastructureException twice(WantedPort one, WantedPort other) {
        return new LocalInfrastructureException(
                String.format(
                        Locale.ROOT,
                        "Port %d is chosen for %s (%s) and for %s (%s): choose another for one of"
                                + " them.",
                        one.number(),
                        one.server(),
                        one.setting(),
                        other.server(),
                        other.setting()));
    }

    static void requireFree(WantedPort port) {
        if (port.isAny()) {
            return;
        }
        try {
            bind(port.address(), port.number());
        } catch (IOException e) {
            throw isTaken(e) ? new PortTakenException(port) : unusable(port, e);
        }
        for (InetAddress alias : port.aliases()) {
            requireNobody(alias, port);
        }
    }

    /** An address that this machine does not have is nobody's. */
    private static void requireNobody(InetAddress alias, WantedPort port) {
        try {
            bind(alias, port.number());
        } catch (IOException e) {
            if (isTaken(e)) {
                throw new PortTakenException(port);
            }
        }
    }

    private static void bind(InetAddress address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        }
    }

    private static boolean isTaken(IOException e) {
        return String.valueOf(e.getMessage()).contains("in use");
    }

    private static LocalInfrastructureException unusable(WantedPort port, IOException e) {
        return new LocalInfrastructureException(
                String.format(
                        Locale.ROOT,
                        "Port %d of %s, on which %s is to listen, cannot be used (%s): choose"
                                + " another port with %s, such as one above 1023, or another"
                                + " address.",
                        port.number(),
                        port.address().getHostAddress(),
                        port.server(),
                        e.getMessage(),
                        port.setting()),
                e);
    }

    /** A port that nothing listens on. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    static boolean isFree(int port) {
        try {
            bind(loopback(), port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
