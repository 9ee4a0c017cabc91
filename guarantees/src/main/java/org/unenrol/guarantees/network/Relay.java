package org.unenrol.guarantees.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * One connection through a proxy: two directions, a thread each. Once it is dead, neither side
 * learns any more of the other, not even its end.
 */
final class Relay {

    private static final int PIECE = 16 * 1024;

    private final Proxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile boolean dead;

    Relay(Proxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Proxy.daemon("to server", () -> pump(client, server));
        Proxy.daemon("to client", () -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                pass(piece, count, out);
            }
            if (!dead) {
                to.shutdownOutput();
            }
        } catch (IOException e) {
            if (!dead) {
                reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endWhenBothAreDone();
        }
    }

    private void pass(byte[] piece, int count, OutputStream out)
            throws IOException, InterruptedException {
        Behaviour behaviour = proxy.behaviour();
        dead |= behaviour instanceof Behaviour.Swallow;
        if (dead) {
            return;
        }
        if (behaviour instanceof Behaviour.Delay delay) {
            Thread.sleep(delay.millis());
        }
        if (behaviour instanceof Behaviour.Throttle throttle) {
            Thread.sleep(1_000L * count / throttle.bytesPerSecond());
        }
        out.write(piece, 0, count);
    }

    private void endWhenBothAreDone() {
        if ((client.isOutputShutdown() && server.isOutputShutdown()) || client.isClosed()) {
            close(client);
            close(server);
            proxy.ended(this);
        }
    }

    void halfClose() {
        try {
            server.shutdownOutput();
        } catch (IOException e) {
            reset();
        }
    }

    void reset() {
        reset(client);
        reset(server);
        proxy.ended(this);
    }

    /** With a linger time of zero, closing resets the connection. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing left to close.
        }
    }
}
