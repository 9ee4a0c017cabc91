package org.unenrol.folder.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Connections to a server that are cut once, after so many bytes. */
final class CutConnection implements AutoCloseable {

    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final AtomicLong fromServer = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong toServer = new AtomicLong(Long.MAX_VALUE);

    CutConnection(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void cutAfterReading(long bytes) {
        fromServer.set(bytes);
    }

    void cutAfterWriting(long bytes) {
        toServer.set(bytes);
    }

    /** Tells whether it was cut since it was told to be. */
    boolean wasCut() {
        return fromServer.get() <= 0 || toServer.get() <= 0;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> copy(client, server, toServer));
                start(() -> copy(server, client, fromServer));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void copy(Socket from, Socket to, AtomicLong left) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                long before = left.getAndAdd(-count);
                if (before > 0 && before <= count) {
                    return;
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // The other side has ended it.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cut-connection");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
