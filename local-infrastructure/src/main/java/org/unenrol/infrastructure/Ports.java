package org.unenrol.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
     * @param wanted the port, or 0 for a free one: then another is tried when the first is grabbed
     */
    static <T> T start(int wanted, String server, Start<T> start) throws IOException {
        if (wanted != 0) {
            requireFree(wanted, server);
            return start.on(wanted);
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

    static void requireFree(int port, String server) {
        if (port != 0 && !isFree(port)) {
            throw new PortTakenException(port, server);
        }
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
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
