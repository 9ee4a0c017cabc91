package org.unenrol.notifier.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server whose answer never ends, and of which a byte comes again and again. */
final class SlowServer implements AutoCloseable {

    private final ServerSocket server;

    private SlowServer(ServerSocket server) {
        this.server = server;
        Thread thread = new Thread(this::trickle, "slow-server");
        thread.setDaemon(true);
        thread.start();
    }

    static SlowServer open() throws IOException {
        return new SlowServer(new ServerSocket(0, 9, InetAddress.getLoopbackAddress()));
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private void trickle() {
        try (Socket client = server.accept();
                OutputStream answer = client.getOutputStream()) {
            answer.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                answer.write('x');
                answer.flush();
                Thread.sleep(100);
            }
        } catch (IOException e) {
            // The client has had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
